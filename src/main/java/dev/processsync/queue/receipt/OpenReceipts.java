package dev.processsync.queue.receipt;

import static dev.processsync.queue.entry.QueueColumns.MOD_COUNT;
import static dev.processsync.queue.entry.QueueColumns.RECEIPT;
import static dev.processsync.queue.entry.QueueColumns.RECEIPT_INFO;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_NUMBER;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_RECORD;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_SYSTEM;
import static dev.processsync.queue.entry.QueueColumns.SYS_ID;
import static dev.processsync.queue.entry.QueueColumns.UPDATED;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.settings.Settings;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages whose receipt is open, and when to ask for it again: in a table of their own, so
 * that those which are applied at once cost nothing, and that all nodes ask together for each no
 * more often than they should. Every method belongs to the caller's transaction.
 */
@Repository
@DependsOnDatabaseInitialization
@Transactional(propagation = Propagation.MANDATORY)
public class OpenReceipts {

  /** Of the interval: what takes long is asked for ever more rarely, up to this. */
  private static final int LONGEST_IN_INTERVALS = 60;

  private static final Table<Record> TABLE =
      DSL.table(DSL.name(QueueColumns.SCHEMA, "open_receipt"));
  private static final Field<String> ENTRY = QueueColumns.text("entry");
  private static final Field<Long> SINCE_MS = DSL.field(DSL.name("since_ms"), SQLDataType.BIGINT);
  private static final Field<Long> ASK_AT_MS = DSL.field(DSL.name("ask_at_ms"), SQLDataType.BIGINT);

  private final DSLContext sql;
  private final Settings settings;
  private final Clock clock;

  OpenReceipts(DSLContext sql, Settings settings, Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.clock = clock;
  }

  /** These messages were sent, and are open. One that was sent before begins anew. */
  public void add(Map<QueueEntry, ReceiptState> sent) {
    if (sent.isEmpty()) {
      return;
    }
    forget(sent.keySet().stream().map(QueueEntry::sysId).toList());
    long now = clock.millis();
    List<Query> inserts = new ArrayList<>(sent.size());
    sent.forEach(
        (entry, state) ->
            inserts.add(
                sql.insertInto(TABLE)
                    .set(ENTRY, entry.sysId())
                    .set(REMOTE_SYSTEM, entry.remoteSystem())
                    .set(RECEIPT, state.value())
                    .set(SINCE_MS, now)
                    .set(ASK_AT_MS, now + intervalMs())));
    sql.batch(inserts).execute();
  }

  /** The remote systems that may be asked now. */
  public List<String> due() {
    return sql.selectDistinct(REMOTE_SYSTEM)
        .from(TABLE)
        .where(ASK_AT_MS.le(clock.millis()))
        .fetch(REMOTE_SYSTEM);
  }

  /**
   * The entries that a remote system may be asked about now, those first that wait longest. Nobody
   * else is given them before a pause is over.
   */
  public List<String> take(String remoteSystem, int most) {
    long now = clock.millis();
    List<String> taken =
        sql.select(ENTRY)
            .from(TABLE)
            .where(REMOTE_SYSTEM.eq(remoteSystem))
            .and(ASK_AT_MS.le(now))
            .orderBy(ASK_AT_MS)
            .limit(most)
            .forUpdate()
            .skipLocked()
            .fetch(ENTRY);
    if (taken.isEmpty()) {
      return taken;
    }
    Field<Long> half = val(now).minus(SINCE_MS).div(2L);
    Field<Long> pause = greatest(val(intervalMs()), least(half, val(longestMs())));
    sql.update(TABLE).set(ASK_AT_MS, val(now).plus(pause)).where(ENTRY.in(taken)).execute();
    return taken;
  }

  /** What the other side says now. An entry is written only if that is something else. */
  public void note(Map<String, DeliveryReceipt> answers) {
    List<Query> updates = new ArrayList<>(answers.size());
    List<String> ended = new ArrayList<>();
    answers.forEach(
        (entry, receipt) -> {
          updates.add(written(entry, receipt));
          if (receipt.state().isOpen()) {
            updates.add(
                sql.update(TABLE)
                    .set(RECEIPT, receipt.state().value())
                    .where(ENTRY.eq(entry))
                    .and(RECEIPT.ne(receipt.state().value())));
          } else {
            ended.add(entry);
          }
        });
    sql.batch(updates).execute();
    forget(ended);
  }

  private Query written(String entry, DeliveryReceipt receipt) {
    return sql.update(QueueColumns.table(Queue.OUTBOUND))
        .set(RECEIPT, receipt.state().value())
        .set(RECEIPT_INFO, receipt.info())
        .set(REMOTE_RECORD, receipt.record())
        .set(REMOTE_NUMBER, receipt.number())
        .set(UPDATED, QueueColumns.now(clock))
        .set(MOD_COUNT, MOD_COUNT.plus(1))
        .where(SYS_ID.eq(entry))
        .and(
            differs(RECEIPT, receipt.state().value())
                .or(differs(RECEIPT_INFO, receipt.info()))
                .or(differs(REMOTE_RECORD, receipt.record()))
                .or(differs(REMOTE_NUMBER, receipt.number())));
  }

  private static Condition differs(Field<String> field, String value) {
    return field.isDistinctFrom(value);
  }

  private void forget(Collection<String> entries) {
    if (!entries.isEmpty()) {
      sql.deleteFrom(TABLE).where(ENTRY.in(entries)).execute();
    }
  }

  /** Entries are gone, whoever deleted them. */
  public void forgetDeleted() {
    sql.deleteFrom(TABLE)
        .where(ENTRY.notIn(select(SYS_ID).from(QueueColumns.table(Queue.OUTBOUND))))
        .execute();
  }

  /** Whether an entry of the outbound queue is open, and was sent after this. */
  public static Condition isOpenSince(LocalDateTime since) {
    return SYS_ID.in(
        select(ENTRY)
            .from(TABLE)
            .where(SINCE_MS.gt(since.toInstant(ZoneOffset.UTC).toEpochMilli())));
  }

  private long intervalMs() {
    return settings.current().receipts().interval().toMillis();
  }

  private long longestMs() {
    return LONGEST_IN_INTERVALS * intervalMs();
  }
}
