package dev.processsync.queue.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Inserts many entries in one round trip. */
@Repository
public class EntryBatch {

  private final DSLContext sql;

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
    Map<Field<?>, Field<?>> statement = new LinkedHashMap<>();
    rows.get(0)
        .forEach(
            (column, value) ->
                statement.put(
                    column,
                    value instanceof Field<?> expression
                        ? expression
                        : DSL.param(column.getName(), column.getDataType())));
    BatchBindStep batch = sql.batch(sql.insertInto(QueueColumns.table(queue)).set(statement));
    for (Map<Field<?>, Object> row : rows) {
      List<Object> values = new ArrayList<>(row.values());
      values.removeIf(Field.class::isInstance);
      batch = batch.bind(values.toArray());
    }
    batch.execute();
  }
}
