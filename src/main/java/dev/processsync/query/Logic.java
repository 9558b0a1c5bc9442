package dev.processsync.query;

import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Criteria made of criteria. */
final class Logic {

  /** Holds always. */
  static final Criterion ALWAYS = new All(List.of());

  private Logic() {}

  record All(List<Criterion> criteria) implements Criterion {
    @Override
    public Condition sql(SqlScope scope) {
      return DSL.and(criteria.stream().map(criterion -> criterion.sql(scope)).toList());
    }

    @Override
    public boolean holds(Situation situation) {
      return criteria.stream().allMatch(criterion -> criterion.holds(situation));
    }
  }

  record Any(List<Criterion> criteria) implements Criterion {
    @Override
    public Condition sql(SqlScope scope) {
      return DSL.or(criteria.stream().map(criterion -> criterion.sql(scope)).toList());
    }

    @Override
    public boolean holds(Situation situation) {
      return criteria.stream().anyMatch(criterion -> criterion.holds(situation));
    }
  }

  /** Holds where the other does not: also where that is unknown because a value is empty. */
  record Not(Criterion criterion) implements Criterion {
    @Override
    public Condition sql(SqlScope scope) {
      return DSL.condition(DSL.coalesce(DSL.field(criterion.sql(scope)), DSL.inline(false))).not();
    }

    @Override
    public boolean holds(Situation situation) {
      return !criterion.holds(situation);
    }
  }

  /** The value differs from the one before. */
  record Changed(Walk walk) implements Criterion {
    @Override
    public Condition sql(SqlScope scope) {
      throw onlyInMemory();
    }

    @Override
    public boolean holds(Situation situation) {
      return !situation.value(walk).equals(situation.earlier().value(walk));
    }
  }

  /** Held for the record before it changed. */
  record Before(Criterion criterion) implements Criterion {
    @Override
    public Condition sql(SqlScope scope) {
      throw onlyInMemory();
    }

    @Override
    public boolean holds(Situation situation) {
      return criterion.holds(situation.earlier());
    }
  }

  private static IllegalStateException onlyInMemory() {
    return new IllegalStateException("a stored record does not tell what it was before");
  }
}
