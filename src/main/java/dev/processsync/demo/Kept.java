package dev.processsync.demo;

import java.util.Map;
import java.util.Optional;

/**
 * Makes a record unless it is there, so that a tutorial that was interrupted can be performed
 * again.
 */
final class Kept {

  private Kept() {}

  /**
   * @param what how the record is called in the narration, e.g. {@code User 'rps.run.as'}
   * @param query finds the record if it exists
   */
  static String orCreated(
      Instance instance, String what, String table, String query, Map<String, String> fields) {
    Optional<Row> found = instance.admin().first(table, query);
    Row row = found.orElseGet(() -> instance.admin().create(table, fields));
    return "%s %s (sys_id %s)".formatted(found.isPresent() ? "kept" : "created", what, row.sysId());
  }
}
