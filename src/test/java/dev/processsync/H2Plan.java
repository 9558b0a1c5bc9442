package dev.processsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Select;

/** What H2 did to answer a question. */
public final class H2Plan {

  private static final Pattern READ = Pattern.compile("scanCount: (\\d+)");

  private H2Plan() {}

  /**
   * How many rows it read, of all tables together.
   *
   * @param values in the order of the question's parameters, none if it has its own
   */
  public static long rowsRead(DSLContext sql, Select<?> question, Object... values) {
    String text = values.length == 0 ? sql.renderInlined(question) : sql.render(question);
    String plan = sql.connectionResult(database -> explain(database, text, values));
    return READ.matcher(plan).results().map(MatchResult::group).mapToLong(H2Plan::count).sum();
  }

  private static String explain(Connection database, String question, Object... values)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement("explain analyze " + question)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet plan = statement.executeQuery()) {
        assertThat(plan.next()).isTrue();
        return plan.getString(1);
      }
    }
  }

  private static long count(String scan) {
    return Long.parseLong(scan.replaceAll("\\D", ""));
  }
}
