package dev.processsync.queue;

import dev.processsync.dictionary.SysId;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.support.FixedStatement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who speaks to a remote system: one node at a time, so that its messages don't race each other. A
 * turn is held for {@link #LEASE} and prolonged while its node lives, so no database connection is
 * held during a request. Safety does not hang on it: were two nodes to send the same messages, the
 * receiver would take each once, and each request holds a record's messages from the first that
 * waits.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TransmitTurns {

  /** How long others wait for a node that died. */
  public static final Duration LEASE = Duration.ofSeconds(10);

  private static final Table<Record> TABLE =
      DSL.table(DSL.name(QueueColumns.SCHEMA, "transmit_turn"));
  private static final Field<String> REMOTE_SYSTEM = QueueColumns.text("remote_system");
  private static final Field<String> HOLDER = QueueColumns.text("holder");
  private static final Field<Long> HELD_UNTIL =
      DSL.field(DSL.name("held_until_ms"), SQLDataType.BIGINT);

  private final DSLContext sql;
  private final FixedStatement take;
  private final InsertOnce insertOnce;
  private final Clock clock;

  /** This node, as long as it runs. */
  private final String node = SysId.next();

  TransmitTurns(DSLContext sql, InsertOnce insertOnce, Clock clock) {
    this.sql = sql;
    this.take = FixedStatement.of(sql, take(sql));
    this.insertOnce = insertOnce;
    this.clock = clock;
  }

  /** Takes or keeps the turn to speak to a remote system; false if another node has it. */
  public boolean take(String remoteSystem) {
    return update(remoteSystem) || isNew(remoteSystem) && update(remoteSystem);
  }

  /** Lets others have it. */
  public void release(String remoteSystem) {
    sql.update(TABLE)
        .set(HELD_UNTIL, 0L)
        .where(REMOTE_SYSTEM.eq(remoteSystem))
        .and(HOLDER.eq(node))
        .execute();
  }

  /** Keeps what this node holds a while longer; to be called more often than a lease lasts. */
  public void prolong() {
    sql.update(TABLE)
        .set(HELD_UNTIL, clock.millis() + LEASE.toMillis())
        .where(HOLDER.eq(node))
        .and(HELD_UNTIL.gt(clock.millis()))
        .execute();
  }

  /**
   * Those of these remote systems that a node is speaking to now; no other begins to before the
   * transaction ends. Who also wants a lane awaits that first.
   */
  public Set<String> spokenTo(Set<String> remoteSystems) {
    return sql
        .select(REMOTE_SYSTEM, HELD_UNTIL)
        .from(TABLE)
        .where(REMOTE_SYSTEM.in(remoteSystems))
        .orderBy(REMOTE_SYSTEM)
        .forUpdate()
        .fetch()
        .stream()
        .filter(turn -> turn.value2() > clock.millis())
        .map(Record2::value1)
        .collect(Collectors.toSet());
  }

  private boolean update(String remoteSystem) {
    long now = clock.millis();
    return take.execute(node, now + LEASE.toMillis(), remoteSystem, node, now) > 0;
  }

  private static Query take(DSLContext sql) {
    return sql.update(TABLE)
        .set(HOLDER, "")
        .set(HELD_UNTIL, 0L)
        .where(REMOTE_SYSTEM.eq(""))
        .and(HOLDER.eq("").or(HELD_UNTIL.lt(0L)));
  }

  private boolean isNew(String remoteSystem) {
    return insertOnce.insert(
            TABLE,
            Map.of(REMOTE_SYSTEM, remoteSystem, HOLDER, node, HELD_UNTIL, 0L),
            REMOTE_SYSTEM.eq(remoteSystem))
        > 0;
  }
}
