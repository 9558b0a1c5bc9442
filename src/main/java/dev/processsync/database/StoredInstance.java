package dev.processsync.database;

import dev.processsync.dictionary.SysId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The instance's id in its database. */
@Component
final class StoredInstance implements ThisInstance, SmartInitializingSingleton {

  private static final Table<Record> TABLE = DSL.table(DSL.name("process_sync", "this_instance"));
  private static final Field<String> ID = DSL.field(DSL.name("instance_id"), String.class);

  private final DSLContext sql;
  private final StartTurn turn;
  private volatile String id = "";

  StoredInstance(DSLContext sql, StartTurn turn) {
    this.sql = sql;
    this.turn = turn;
  }

  @Override
  public String id() {
    return id;
  }

  /** Nodes that start together take turns, so that they agree. */
  @Override
  public void afterSingletonsInstantiated() {
    turn.take(
        () -> {
          if (sql.fetchCount(TABLE) == 0) {
            sql.insertInto(TABLE).set(ID, SysId.next()).execute();
          }
        });
    id = sql.select(ID).from(TABLE).fetchSingle(ID);
  }
}
