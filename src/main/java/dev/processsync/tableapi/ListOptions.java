package dev.processsync.tableapi;

import dev.processsync.problem.InvalidQuery;
import dev.processsync.query.Query;
import java.util.List;
import java.util.Map;

/**
 * Which records are listed.
 *
 * @param count whether to say how many there are in all
 * @param links whether to say where the other pages are
 */
record ListOptions(Query query, int offset, int limit, boolean count, boolean links) {

  /** The most records of one answer, and what is answered if nobody says less. */
  static final int MOST = 10_000;

  private static final String OWN = "sysparm_";

  /**
   * @throws InvalidQuery if a parameter has a value that it can't have
   */
  static ListOptions of(Parameters parameters) {
    Query query = Query.parse(parameters.text("sysparm_query"));
    for (Map.Entry<String, List<String>> pair : parameters.values().entrySet()) {
      if (!pair.getKey().startsWith(OWN)) {
        for (String value : pair.getValue()) {
          query = query.and(Query.equal(pair.getKey(), value));
        }
      }
    }
    return new ListOptions(
        query,
        parameters.count("sysparm_offset", 0),
        Math.min(parameters.count("sysparm_limit", MOST), MOST),
        !parameters.isTrue("sysparm_no_count"),
        !parameters.isTrue("sysparm_suppress_pagination_header"));
  }
}
