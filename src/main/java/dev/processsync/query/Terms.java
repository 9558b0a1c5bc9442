package dev.processsync.query;

import dev.processsync.query.Comparison.Contains;
import dev.processsync.query.Comparison.Empty;
import dev.processsync.query.Comparison.End;
import dev.processsync.query.Comparison.OneOf;
import dev.processsync.query.Comparison.Same;
import dev.processsync.query.Comparison.True;
import dev.processsync.query.Comparison.Within;
import dev.processsync.query.Logic.All;
import dev.processsync.query.Logic.Any;
import dev.processsync.query.Logic.Before;
import dev.processsync.query.Logic.Changed;
import dev.processsync.query.Logic.Not;
import java.util.ArrayList;
import java.util.List;

/** What each operator means, by the type of its field. */
final class Terms {

  /** From how many characters on even a comparison has much to read. */
  private static final int LONG = 1_000;

  private final Criteria criteria;
  private final Moments moments;

  Terms(Criteria criteria, Moments moments) {
    this.criteria = criteria;
    this.moments = moments;
  }

  /**
   * @throws IllegalArgumentException if the operator or an operand does not suit the field
   */
  Criterion criterion(Term term) {
    Walk walk = criteria.walk(term.field());
    if (readsText(term, walk)) {
      criteria.searchText();
    }
    List<String> operands = term.operands();
    String first = operands.isEmpty() ? "" : operands.get(0);
    return switch (term.operator()) {
      case ANYTHING -> Logic.ALWAYS;
      case ISEMPTY, EMPTYSTRING -> new Empty(walk);
      case ISNOTEMPTY -> new Not(new Empty(walk));
      case EQUALS, IN -> oneOf(walk, operands);
      case NOT_EQUALS, NOT_IN -> new Not(oneOf(walk, operands));
      case LIKE -> contains(term, walk, first, false, false);
      case NOT_LIKE -> new Not(contains(term, walk, first, false, false));
      case STARTSWITH -> contains(term, walk, first, true, false);
      case ENDSWITH -> contains(term, walk, first, false, true);
      case GREATER -> new Within(walk, new End(range(term, walk, first).last(), false), null);
      case GREATER_OR_EQUAL ->
          new Within(walk, new End(range(term, walk, first).first(), true), null);
      case LESS -> new Within(walk, null, new End(range(term, walk, first).first(), false));
      case LESS_OR_EQUAL -> new Within(walk, null, new End(range(term, walk, first).last(), true));
      case BETWEEN -> between(term, walk, first, operands.get(1));
      case ON -> on(term, walk, operands);
      case SAMEAS -> same(walk, first);
      case NSAMEAS -> new Not(same(walk, first));
      case VALCHANGES -> changed(term, walk);
      case CHANGESFROM -> new All(List.of(changed(term, walk), new Before(oneOf(walk, operands))));
      case CHANGESTO -> new All(List.of(changed(term, walk), oneOf(walk, operands)));
    };
  }

  private static boolean readsText(Term term, Walk walk) {
    return switch (term.operator()) {
      case LIKE, NOT_LIKE, STARTSWITH, ENDSWITH -> true;
      case ANYTHING, ISEMPTY, ISNOTEMPTY, EMPTYSTRING -> false;
      default -> walk.kind() == Walk.Kind.TEXT && walk.field().length() > LONG;
    };
  }

  /** The first and the last key that an operand stands for. */
  private record Range(Comparable<?> first, Comparable<?> last) {}

  private Criterion oneOf(Walk walk, List<String> operands) {
    List<Criterion> choices = new ArrayList<>();
    List<Comparable<?>> keys = new ArrayList<>();
    for (String operand : operands) {
      if (operand.isBlank()) {
        choices.add(new Empty(walk));
        continue;
      }
      Range range = read(walk, operand);
      if (walk.kind() == Walk.Kind.TRUTH) {
        Criterion isTrue = new True(walk);
        choices.add(range.first().equals(true) ? isTrue : new Not(isTrue));
      } else if (range.first().equals(range.last())) {
        keys.add(walk.kind() == Walk.Kind.TEXT ? walk.name(operand) : range.first());
        if (walk.kind() == Walk.Kind.TEXT && !operand.stripTrailing().equals(operand)) {
          keys.add(walk.name(operand.stripTrailing())); // a blank before the next ^
        }
      } else {
        choices.add(new Within(walk, new End(range.first(), true), new End(range.last(), true)));
      }
    }
    if (!keys.isEmpty()) {
      choices.add(new OneOf(walk, keys));
    }
    return choices.size() == 1 ? choices.get(0) : new Any(choices);
  }

  private Criterion contains(Term term, Walk walk, String part, boolean atStart, boolean atEnd) {
    Walk shown = criteria.shown(walk);
    if (shown.kind() != Walk.Kind.TEXT) {
      throw unsuited(term, walk, "=, !=, IN, or, but for a boolean, BETWEEN");
    }
    requireNoScript(walk, part);
    return new Contains(shown, shown.ignoresCase() ? Walk.fold(part) : part, atStart, atEnd);
  }

  private Criterion between(Term term, Walk walk, String from, String to) {
    Range start = range(term, walk, from);
    Range end = range(term, walk, to);
    return new Within(walk, new End(start.first(), true), new End(end.last(), true));
  }

  private Criterion on(Term term, Walk walk, List<String> operands) {
    if (walk.kind() != Walk.Kind.MOMENT) {
      throw unsuited(term, walk, "=");
    }
    // label@from@to: the label is for people
    String from = operands.size() == 1 ? operands.get(0) : operands.get(1);
    return between(term, walk, from, operands.get(operands.size() - 1));
  }

  private Criterion same(Walk walk, String path) {
    Walk other = criteria.walk(FieldPath.of(path));
    if (walk.kind() != other.kind()) {
      throw new IllegalArgumentException(
          "'%s' is of type %s and '%s' of type %s; they can't be the same"
              .formatted(walk, walk.field().type(), other, other.field().type()));
    }
    return new Same(walk, other);
  }

  private static Criterion changed(Term term, Walk walk) {
    if (!walk.hops().isEmpty()) {
      throw new IllegalArgumentException(
          "%s needs a field of the record itself; '%s' walks to another"
              .formatted(term.operator().symbol(), walk));
    }
    return new Changed(walk);
  }

  private Range range(Term term, Walk walk, String operand) {
    if (walk.kind() == Walk.Kind.TRUTH || walk.field().isReference()) {
      throw unsuited(term, walk, "=, !=, IN");
    }
    if (operand.isEmpty()) {
      throw new IllegalArgumentException(
          "%s needs a value; ISEMPTY asks for an empty field".formatted(term.operator().symbol()));
    }
    return read(walk, operand);
  }

  private Range read(Walk walk, String operand) {
    return switch (walk.kind()) {
      case TEXT -> single(text(walk, operand));
      case NUMBER -> single(number(walk, operand));
      case TRUTH -> single(truth(walk, operand));
      case MOMENT -> {
        Moments.Span span = moments.read(operand);
        yield new Range(span.first(), span.last());
      }
    };
  }

  private static Range single(Comparable<?> key) {
    return new Range(key, key);
  }

  private static Comparable<?> text(Walk walk, String operand) {
    requireNoScript(walk, operand);
    return walk.key(walk.field().isReference() ? operand.strip() : operand);
  }

  /** A query that means a script's value would find what has the script as its text: nothing. */
  private static void requireNoScript(Walk walk, String operand) {
    if (MomentCalls.isScript(operand)) {
      throw new IllegalArgumentException(
          "'%s' is a script, which is never run; '%s' needs a %s"
              .formatted(
                  Texts.brief(operand), walk, walk.field().isReference() ? "sys_id" : "text"));
    }
  }

  private static Long number(Walk walk, String operand) {
    try {
      return Long.valueOf(operand.strip());
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(
          "'%s' is no whole number, as '%s' needs".formatted(Texts.brief(operand), walk),
          notANumber);
    }
  }

  private static Boolean truth(Walk walk, String operand) {
    return switch (Walk.fold(operand.strip())) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default ->
          throw new IllegalArgumentException(
              "'%s' is neither true nor false, as '%s' needs"
                  .formatted(Texts.brief(operand), walk));
    };
  }

  private static IllegalArgumentException unsuited(Term term, Walk walk, String instead) {
    return new IllegalArgumentException(
        "%s does not suit '%s', which is of type %s; what does: %s"
            .formatted(term.operator().symbol(), walk, walk.field().type(), instead));
  }
}
