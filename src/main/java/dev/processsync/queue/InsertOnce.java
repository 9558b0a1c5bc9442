package dev.processsync.queue;

import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Inserts a row unless it is there, the same way on every database. */
@Component
class InsertOnce {

  private final DSLContext sql;

  InsertOnce(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * @param same which row is the same; a unique index guards it when two come in the same moment
   * @return 1, or 0 if the row was there
   */
  int insert(Table<Record> table, Map<Field<?>, Object> row, Condition same) {
    List<Field<?>> values =
        row.entrySet().stream().<Field<?>>map(cell -> val(cell.getValue(), cell.getKey())).toList();
    return sql.insertInto(table)
        .columns(row.keySet())
        .select(sql.select(values).whereNotExists(selectOne().from(table).where(same)))
        .execute();
  }
}
