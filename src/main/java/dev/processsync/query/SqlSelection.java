package dev.processsync.query;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.Table;

/**
 * A query as the parts of a statement. Each record comes at most once.
 *
 * @param from the table, known as {@link #ALIAS}, with the joins that dot-walks need; select its
 *     columns as {@code DSL.name(ALIAS, field)}
 * @param where what records must meet
 * @param orderBy never empty: {@code sys_id} comes last
 */
public record SqlSelection(Table<Record> from, Condition where, List<SortField<?>> orderBy) {

  /** The schema of every table. */
  public static final String SCHEMA = "process_sync";

  /** The name of the queried table within the statement. */
  public static final String ALIAS = "t";

  public SqlSelection {
    orderBy = List.copyOf(orderBy);
  }
}
