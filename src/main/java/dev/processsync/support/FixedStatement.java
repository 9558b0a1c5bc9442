package dev.processsync.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/**
 * A statement that every event needs. jOOQ writes its text once; from then on only values are set,
 * by their position in the text, and rows are read by position: writing the text anew took more of
 * the processor than running the statement.
 */
public final class FixedStatement {

  private final DataSource database;
  private final String text;

  private FixedStatement(DataSource database, String text) {
    this.database = database;
    this.text = text;
  }

  /**
   * @param query with any values where others will be; their number must not depend on them, see
   *     {@link #isOneOf}
   */
  public static FixedStatement of(DSLContext sql, Query query) {
    return new FixedStatement(database(sql), sql.render(query));
  }

  /** That a field has one of the values of an array, which is one value of the statement. */
  public static Condition isOneOf(Field<?> field) {
    // As jOOQ's own it would be as many values as the array has.
    return DSL.condition("{0} = any({1})", field, DSL.sql("?"));
  }

  /** That a field has the statement's next value, in a way that no index offers. */
  public static Condition isUnindexed(Field<String> field) {
    return field.concat(DSL.inline("/")).eq(DSL.val("").concat(DSL.inline("/")));
  }

  /** That of the transaction that jOOQ would run in. */
  private static DataSource database(DSLContext sql) {
    DataSource given =
        ((DataSourceConnectionProvider) sql.configuration().connectionProvider()).dataSource();
    return given instanceof TransactionAwareDataSourceProxy proxy
        ? Objects.requireNonNull(proxy.getTargetDataSource())
        : given;
  }

  /** Reads one row; columns count from 1. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * @param values in the order in which the text has them
   */
  public <T> List<T> read(Row<T> reader, @Nullable Object... values) {
    return readWhile(more -> true, reader, values);
  }

  /**
   * As {@link #read}, but no further than wanted.
   *
   * @param wanted whether to go on, asked with each that was read
   */
  public <T> List<T> readWhile(Predicate<T> wanted, Row<T> reader, @Nullable Object... values) {
    return run(
        statement -> {
          set(statement, values);
          List<T> read = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            boolean more = true;
            while (more && rows.next()) {
              T next = reader.read(rows);
              read.add(next);
              more = wanted.test(next);
            }
          }
          return read;
        });
  }

  /**
   * @return how many rows it concerned
   */
  public int execute(@Nullable Object... values) {
    return run(
        statement -> {
          set(statement, values);
          return statement.executeUpdate();
        });
  }

  /**
   * Runs it for each of these in one round trip.
   *
   * @return how many rows each concerned, negative where the driver doesn't say
   */
  public int[] executeAll(List<@Nullable Object[]> all) {
    if (all.size() == 1) {
      return new int[] {execute(all.get(0))};
    }
    return run(
        statement -> {
          for (@Nullable Object[] values : all) {
            set(statement, values);
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  /** In the caller's transaction if there is one, and with the exceptions that Spring's have. */
  private <T> T run(Use<T> use) {
    Connection connection = DataSourceUtils.getConnection(database);
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      DataSourceUtils.applyTransactionTimeout(statement, database);
      return use.of(statement);
    } catch (SQLException e) {
      DataAccessException known =
          new SQLErrorCodeSQLExceptionTranslator(database).translate("FixedStatement", text, e);
      throw known != null ? known : new UncategorizedSQLException("FixedStatement", text, e);
    } finally {
      DataSourceUtils.releaseConnection(connection, database);
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value == null) {
        statement.setNull(i + 1, Types.NULL);
      } else if (value instanceof String string) {
        statement.setString(i + 1, string);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }
}
