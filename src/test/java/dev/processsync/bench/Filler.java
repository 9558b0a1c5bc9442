package dev.processsync.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Multiplies rows that the product has made itself, so that what is filled in looks like what it
 * makes, on PostgreSQL.
 */
final class Filler {

  private static final String NEXT = "nextval('process_sync.queue_sequence')";
  private static final String LANE = "mod(n, (select max(lane) + 1 from process_sync.queue_lane))";

  private Filler() {}

  /** Correlations as if so many records were linked, and a tenth as many processed entries. */
  static void fill(Pair pair, int correlations) {
    for (Database database : List.of(pair.databaseOfA(), pair.databaseOfB())) {
      multiply(
          database,
          "ih_sync_correlation",
          "true",
          correlations,
          Map.of(
              "sys_id", id("correlation"),
              "local_record", id("record"),
              "local_correlation_id", id("here"),
              "remote_correlation_id", id("there")));
    }
    multiplyEntries(pair.databaseOfA(), "ih_sync_outbound_queue", correlations / 10);
    multiplyEntries(pair.databaseOfB(), "ih_sync_inbound_queue", correlations / 10);
  }

  /** Entries like one that is there, each of a record of its own. */
  static void multiplyEntries(Database database, String queue, int count) {
    Map<String, String> different =
        new HashMap<>(
            Map.of(
                "sys_id", id("entry"),
                "local_record", id("record"),
                "local_correlation_id", id("here"),
                "remote_correlation_id", id("there"),
                "sequence", NEXT,
                "lane", LANE));
    if (queue.equals("ih_sync_inbound_queue")) {
      different.put("message_id", id("message"));
    }
    multiply(database, queue, "operation = 'create'", count, different);
  }

  private static String id(String what) {
    return "md5('" + what + "' || n)";
  }

  private static void multiply(
      Database database, String table, String like, int count, Map<String, String> different) {
    String name = "process_sync." + table;
    List<String> columns = columns(database, table);
    List<String> values =
        columns.stream().map(column -> different.getOrDefault(column, "e." + column)).toList();
    database.run(
        "insert into %s (%s) select %s from (select * from %s where %s limit 1) e, generate_series(1, %d) n"
            .formatted(
                name, String.join(", ", columns), String.join(", ", values), name, like, count),
        "vacuum analyze " + name);
  }

  private static List<String> columns(Database database, String table) {
    List<String> columns = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        PreparedStatement statement =
            connection.prepareStatement(
                "select column_name from information_schema.columns where table_schema = 'process_sync' and table_name = ?")) {
      statement.setString(1, table);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          columns.add(result.getString(1));
        }
      }
      return columns;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
