package dev.processsync.bench;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Where one side keeps its records.
 *
 * @param name as the server knows it
 */
public record Database(String name, String url, String user, String password) {

  /** Each statement in a transaction of its own. */
  void run(String... statements) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + url, e);
    }
  }

  /** What keeps it, with its version. */
  String product() {
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      DatabaseMetaData product = connection.getMetaData();
      return product.getDatabaseProductName() + " " + product.getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + url, e);
    }
  }

  /** How many rows of a table of ours meet a condition. */
  long count(String condition, String table) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select count(*) from process_sync." + table + " where " + condition)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + url, e);
    }
  }
}
