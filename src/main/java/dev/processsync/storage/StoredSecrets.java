package dev.processsync.storage;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.record.RecordChange;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * Reads what a rule stored by {@link RecordChange#storeSecret}. For the module that encrypted it
 * alone: records, queries and events never carry secrets.
 */
@Component
public class StoredSecrets {

  private final Dictionary dictionary;
  private final DSLContext sql;

  StoredSecrets(Dictionary dictionary, DSLContext sql) {
    this.dictionary = dictionary;
    this.sql = sql;
  }

  /** The stored form, empty if there is no such record or nothing was stored. */
  public Optional<String> read(String tableName, String sysId, String fieldName) {
    Table table = dictionary.require(tableName);
    return sql.select(Columns.column(table.require(fieldName)))
        .from(Columns.table(table))
        .where(Columns.sysId().eq(sysId))
        .fetchOptional(row -> (String) row.value1());
  }

  /**
   * Stores another form of the same secret; nobody is told, for the record has not changed.
   *
   * @return false if something else was stored meanwhile
   */
  public boolean replace(
      String tableName, String sysId, String fieldName, String stored, String anew) {
    Table table = dictionary.require(tableName);
    Field<String> column = Columns.column(table.require(fieldName)).coerce(String.class);
    return sql.update(Columns.table(table))
            .set(column, anew)
            .where(Columns.sysId().eq(sysId))
            .and(column.eq(stored))
            .execute()
        > 0;
  }
}
