package dev.processsync.queue;

import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Waits for those who work on entries to let them go, and keeps them out until the transaction
 * ends. A lane is always awaited before a remote system.
 */
@Component
class Turns {

  private static final Field<Integer> LANE = DSL.field(DSL.name("lane"), SQLDataType.INTEGER);

  private final DSLContext sql;

  Turns(DSLContext sql) {
    this.sql = sql;
  }

  void await(Queue queue, int lane) {
    sql.selectOne()
        .from(DSL.table(DSL.name(QueueColumns.SCHEMA, "queue_lane")))
        .where(QueueColumns.text("queue").eq(queue.value()))
        .and(LANE.eq(lane))
        .forUpdate()
        .fetch();
  }

  void await(Set<String> remoteSystems) {
    sql.select(QueueColumns.REMOTE_SYSTEM)
        .from(DSL.table(DSL.name(QueueColumns.SCHEMA, "transmit_turn")))
        .where(QueueColumns.REMOTE_SYSTEM.in(remoteSystems))
        .orderBy(QueueColumns.REMOTE_SYSTEM)
        .forUpdate()
        .fetch();
  }
}
