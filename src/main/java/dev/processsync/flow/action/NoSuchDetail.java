package dev.processsync.flow.action;

import dev.processsync.flow.DataProblem;

/** An expression picks something that a correlation or a found record doesn't have. */
final class NoSuchDetail extends DataProblem {

  private static final long serialVersionUID = 1;

  NoSuchDetail(String name) {
    super(
        "correlation.%s is not a data pill: a correlation has sys_id, local_correlation_id, remote_correlation_id, local_table, local_record, remote_system, state."
            .formatted(name));
  }

  NoSuchDetail(String table, String field) {
    super("The table '%s' has no field '%s' that a data pill could show.".formatted(table, field));
  }
}
