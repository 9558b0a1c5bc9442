package dev.processsync.task;

import java.util.Map;
import java.util.Set;

/**
 * Which states mean that work goes on and which that it is over. A state that is in neither set is
 * stored as it is and means nothing.
 */
record Lifecycle(Set<String> open, Set<String> closed) {

  private static final Lifecycle TASK = new Lifecycle(Set.of("1", "2", "3"), Set.of("7", "8"));

  private static final Map<String, Lifecycle> OF_TABLES =
      Map.of(
          "incident",
          new Lifecycle(Set.of("1", "2", "3", IncidentRule.RESOLVED), Set.of("7", "8")),
          "problem",
          new Lifecycle(Set.of("101", "102", "103", "104", "106"), Set.of("107")),
          "change_request",
          new Lifecycle(Set.of("-5", "-4", "-3", "-2", "-1", "0"), Set.of("3", "4")),
          "sc_req_item",
          new Lifecycle(Set.of("-5", "1", "2"), Set.of("3", "4", "7")));

  /** That of the table, or that of a task, which tables of the user's own inherit. */
  static Lifecycle of(String table) {
    return OF_TABLES.getOrDefault(table, TASK);
  }
}
