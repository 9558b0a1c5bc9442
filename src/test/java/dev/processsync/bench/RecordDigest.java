package dev.processsync.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/**
 * What the incidents of a side look like in the end. Short descriptions name incident and version,
 * so two sides with the same digest have each incident once, with its latest values.
 */
final class RecordDigest {

  private RecordDigest() {}

  /** The number of incidents whose short description names the run, and a hash of them all. */
  static String of(DataSource source, String sql, String run) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select * from (" + sql + ") records where short_description like ?")) {
      // The others may be more than fit into a side's memory.
      statement.setString(1, "%run " + run + "-%");
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(result.getString(1) + "|" + result.getString(2) + "|" + result.getString(3));
        }
      }
    }
    Collections.sort(rows);
    return rows.size() + ":" + hash(String.join("\n", rows));
  }

  static long count(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static String hash(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
