package dev.processsync.queue;

import java.time.Clock;
import java.util.HashSet;
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

  private static final Field<Long> HELD_UNTIL =
      DSL.field(DSL.name("held_until_ms"), SQLDataType.BIGINT);

  private final DSLContext sql;
  private final Clock clock;

  Turns(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  void await(Queue queue, int lane) {
    sql.selectOne()
        .from(DSL.table(DSL.name(QueueColumns.SCHEMA, "queue_lane")))
        .where(QueueColumns.text("queue").eq(queue.value()))
        .and(LANE.eq(lane))
        .forUpdate()
        .fetch();
  }

  /** Which of the remote systems nobody speaks to; nobody begins to before the transaction ends. */
  Set<String> awaitSilent(Set<String> remoteSystems) {
    Set<String> silent = new HashSet<>(remoteSystems);
    sql
        .select(QueueColumns.REMOTE_SYSTEM, HELD_UNTIL)
        .from(DSL.table(DSL.name(QueueColumns.SCHEMA, "transmit_turn")))
        .where(QueueColumns.REMOTE_SYSTEM.in(remoteSystems))
        .orderBy(QueueColumns.REMOTE_SYSTEM)
        .forUpdate()
        .fetch()
        .stream()
        .filter(turn -> turn.get(HELD_UNTIL) >= clock.millis())
        .forEach(turn -> silent.remove(turn.get(QueueColumns.REMOTE_SYSTEM)));
    return silent;
  }
}
