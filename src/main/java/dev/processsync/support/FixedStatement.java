package dev.processsync.support;

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
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/**
 * A statement that every event needs. jOOQ writes its text once; from then on only values are set,
 * by their position in the text, and rows are read by position: writing the text anew took more of
 * the processor than running the statement.
 */
public final class FixedStatement {

  private final JdbcTemplate jdbc;
  private final String text;

  private FixedStatement(JdbcTemplate jdbc, String text) {
    this.jdbc = jdbc;
    this.text = text;
  }

  /**
   * @param query with any values where others will be; their number must not depend on them, see
   *     {@link #isOneOf}
   */
  public static FixedStatement of(DSLContext sql, Query query) {
    return new FixedStatement(jdbc(sql), sql.render(query));
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

  /** Runs in the transaction that jOOQ would run in, and fails with the same exceptions. */
  private static JdbcTemplate jdbc(DSLContext sql) {
    DataSource given =
        ((DataSourceConnectionProvider) sql.configuration().connectionProvider()).dataSource();
    DataSource database =
        given instanceof TransactionAwareDataSourceProxy proxy
            ? Objects.requireNonNull(proxy.getTargetDataSource())
            : given;
    JdbcTemplate jdbc = new JdbcTemplate(database);
    jdbc.setExceptionTranslator(new SQLErrorCodeSQLExceptionTranslator(database));
    return jdbc;
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
    List<T> read = new ArrayList<>();
    ResultSetExtractor<List<T>> extractor =
        rows -> {
          boolean more = true;
          while (more && rows.next()) {
            T next = reader.read(rows);
            read.add(next);
            more = wanted.test(next);
          }
          return read;
        };
    jdbc.query(text, statement -> set(statement, values), extractor);
    return read;
  }

  /**
   * @return how many rows it concerned
   */
  public int execute(@Nullable Object... values) {
    return jdbc.update(text, statement -> set(statement, values));
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
    return jdbc.batchUpdate(
        text,
        new BatchPreparedStatementSetter() {
          @Override
          public void setValues(PreparedStatement statement, int i) throws SQLException {
            set(statement, all.get(i));
          }

          @Override
          public int getBatchSize() {
            return all.size();
          }
        });
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
