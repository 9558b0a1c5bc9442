package dev.processsync.queue.lane;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.UnprocessableEntry;
import dev.processsync.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets so many deletes of a remote system pass in a minute; the others wait for a person, and pass
 * when that person has set them to Ready. The database counts, for all nodes: whoever counts holds
 * a row until its transaction ends, so that nobody counts beside it.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DeleteBrake implements Brake {

  /** As many as the migration made. */
  private static final int TURNS = 16;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private static final Table<Record> TURN = table("delete_turn");
  private static final Field<Integer> SLOT = DSL.field(DSL.name("slot"), SQLDataType.INTEGER);
  private static final Table<Record> PASSED = table("remote_delete");
  private static final Field<String> REMOTE_SYSTEM =
      DSL.field(DSL.name("remote_system"), SQLDataType.VARCHAR);
  private static final Field<Long> AT = DSL.field(DSL.name("at_ms"), SQLDataType.BIGINT);

  private final DSLContext sql;
  private final Settings settings;
  private final Clock clock;

  DeleteBrake(DSLContext sql, Settings settings, Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void pass(QueueEntry delete) {
    if (isReleased(delete)) {
      return;
    }
    String remoteSystem = delete.remoteSystem();
    sql.select(SLOT)
        .from(TURN)
        .where(SLOT.eq(Math.floorMod(remoteSystem.hashCode(), TURNS)))
        .forUpdate()
        .fetch();
    long now = clock.millis();
    sql.deleteFrom(PASSED)
        .where(REMOTE_SYSTEM.eq(remoteSystem))
        .and(AT.le(now - WINDOW.toMillis()))
        .execute();
    int most = settings.current().deletesPerMinute();
    if (sql.fetchCount(PASSED, REMOTE_SYSTEM.eq(remoteSystem)) >= most) {
      throw new UnprocessableEntry(
          "More than %d deletes of this remote system came within a minute, so this one waits for a person: set it to Ready if the record is to go, or to Skipped. How many pass says the property process_sync.inbound.deletes_per_minute."
              .formatted(most));
    }
    sql.insertInto(PASSED).set(REMOTE_SYSTEM, remoteSystem).set(AT, now).execute();
  }

  private boolean isReleased(QueueEntry delete) {
    return sql.fetchExists(
        QueueColumns.table(Queue.INBOUND),
        QueueColumns.SYS_ID.eq(delete.sysId()).and(QueueColumns.RELEASED.eq(true)));
  }

  private static Table<Record> table(String name) {
    return DSL.table(DSL.name(QueueColumns.SCHEMA, name));
  }
}
