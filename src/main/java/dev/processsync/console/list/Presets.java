package dev.processsync.console.list;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.Table;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.query.Operator;
import dev.processsync.query.Query;
import dev.processsync.query.Query.AnyOf;
import dev.processsync.query.Term;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a new record of a filtered list begins with. Who looks at the incidents of a group and
 * selects <em>New</em> means one for that group, as in ServiceNow's lists.
 */
final class Presets {

  /** What a value begins with that is worked out when the query runs. */
  private static final String COMPUTED = "javascript:";

  private Presets() {}

  /**
   * @return values by field name: those that every record of the list has, as far as a person may
   *     set them
   */
  static Map<String, String> of(Table table, Query query) {
    Map<String, String> presets = new LinkedHashMap<>();
    if (query.alternatives().size() == 1) {
      query.alternatives().get(0).conditions().stream()
          .map(AnyOf::terms)
          .filter(terms -> terms.size() == 1)
          .map(terms -> terms.get(0))
          .filter(term -> isGiven(table, term))
          .forEach(term -> presets.put(term.field().toString(), term.operands().get(0)));
    }
    return presets;
  }

  private static boolean isGiven(Table table, Term term) {
    return term.operator() == Operator.EQUALS
        && table
            .field(term.field().toString())
            .filter(field -> !field.readOnly() && field.isOffered())
            .filter(field -> isHeld(table, field, term.operands().get(0)))
            .isPresent();
  }

  private static boolean isHeld(Table table, Field field, String value) {
    try {
      return !value.startsWith(COMPUTED) && !FieldValue.canonical(table, field, value).isEmpty();
    } catch (InvalidRecord onlyAQueryMaySaySo) {
      return false;
    }
  }
}
