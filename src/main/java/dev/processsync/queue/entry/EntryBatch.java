package dev.processsync.queue.entry;

import dev.processsync.support.FixedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Inserts entries, however many, in one round trip. */
@Repository
public class EntryBatch {

  private final DSLContext sql;

  /** By queue and columns: there are those that wait for their flow, and those whose has run. */
  private final Map<List<String>, FixedStatement> statements = new ConcurrentHashMap<>();

  EntryBatch(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param rows all with the same columns; expressions, such as the next sequence, are the same in
   *     each
   */
  public void insert(Queue queue, List<Map<Field<?>, Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Map<Field<?>, Object> first = rows.get(0);
    List<String> kind = new ArrayList<>(first.size() + 1);
    kind.add(queue.table());
    first.keySet().forEach(column -> kind.add(column.getName()));
    statements
        .computeIfAbsent(kind, unknown -> statement(queue, first))
        .executeAll(rows.stream().map(EntryBatch::values).toList());
  }

  private static Object[] values(Map<Field<?>, Object> row) {
    return row.values().stream().filter(value -> !(value instanceof Field)).toArray();
  }

  private FixedStatement statement(Queue queue, Map<Field<?>, Object> row) {
    Map<Field<?>, Field<?>> columns = new LinkedHashMap<>();
    row.forEach(
        (column, value) ->
            columns.put(
                column,
                value instanceof Field<?> expression
                    ? expression
                    : DSL.param(column.getName(), column.getDataType())));
    return FixedStatement.of(sql, sql.insertInto(QueueColumns.table(queue)).set(columns));
  }
}
