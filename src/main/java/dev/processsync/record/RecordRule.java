package dev.processsync.record;

import dev.processsync.problem.TableProblem;

/**
 * A rule of one or more tables, kept by the module that they belong to: checks, computed fields,
 * and what a change brings with it. Called inside the writing transaction, for every way in (REST,
 * console, flows); a {@link TableProblem} that it throws refuses the change.
 */
public interface RecordRule {

  /** Whether this rule has a say in the table. */
  boolean appliesTo(String table);

  /** Before a record is created or updated, after its values were parsed and defaulted. */
  default void beforeWrite(RecordChange change) {}

  /** After a record was created or updated. */
  default void afterWrite(RecordChange change) {}

  /** Before a record is deleted. */
  default void beforeDelete(RecordChange change) {}
}
