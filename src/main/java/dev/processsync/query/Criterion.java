package dev.processsync.query;

import org.jooq.Condition;

/**
 * What is asked of a record, in a few primitive shapes. Each says side by side what it means in SQL
 * and in memory, so that the two can be compared by reading.
 */
interface Criterion {

  /** True where it holds; false or unknown where it does not. */
  Condition sql(SqlScope scope);

  boolean holds(Situation situation);
}
