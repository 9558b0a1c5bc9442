package dev.processsync.queue.entry;

import static dev.processsync.queue.entry.QueueColumns.CONFLICTS;
import static dev.processsync.queue.entry.QueueColumns.ERROR_INFO;
import static dev.processsync.queue.entry.QueueColumns.FAILING;
import static dev.processsync.queue.entry.QueueColumns.FLOW_CONTEXT;
import static dev.processsync.queue.entry.QueueColumns.LOCAL_ID;
import static dev.processsync.queue.entry.QueueColumns.MESSAGE;
import static dev.processsync.queue.entry.QueueColumns.MOD_COUNT;
import static dev.processsync.queue.entry.QueueColumns.PROCESSED_AT;
import static dev.processsync.queue.entry.QueueColumns.PROCESSING_TIME;
import static dev.processsync.queue.entry.QueueColumns.QUEUED_MS;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_ID;
import static dev.processsync.queue.entry.QueueColumns.SKIPPED_BY_FLOW;
import static dev.processsync.queue.entry.QueueColumns.STAGE;
import static dev.processsync.queue.entry.QueueColumns.STATUS;
import static dev.processsync.queue.entry.QueueColumns.SYS_ID;
import static dev.processsync.queue.entry.QueueColumns.TIME_IN_QUEUE;
import static dev.processsync.queue.entry.QueueColumns.UPDATED;
import static dev.processsync.queue.entry.QueueColumns.UPDATED_BY;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.processsync.support.ShortText;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What happens to entries, a statement each. */
@Repository
public class EntryStore {

  private static final int ERROR_INFO_LENGTH = 4_000;

  private static final Condition IS_FAILING = coalesce(FAILING, false).eq(true);

  private final DSLContext sql;
  private final Clock clock;

  EntryStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The flow ended: Processed, or still Ready if it left a message to send, or Skipped if it said
   * so.
   */
  public void flowEnded(Queue queue, String entry, long startedMs) {
    long now = clock.millis();
    Condition isSkipped = STATUS.eq("skipped").or(coalesce(SKIPPED_BY_FLOW, false).eq(true));
    Condition isAddressed = queue == Queue.OUTBOUND ? LOCAL_ID.isNotNull() : falseCondition();
    Condition waitsToBeSent = isAddressed.andNot(isSkipped);
    sql.update(QueueColumns.table(queue))
        .set(STATUS, when(isSkipped, "skipped").when(waitsToBeSent, "ready").otherwise("processed"))
        .set(STAGE, when(waitsToBeSent, Stage.TRANSMIT.value()).otherwise(Stage.DONE.value()))
        .set(TIME_IN_QUEUE, val(startedMs).minus(QUEUED_MS))
        .set(PROCESSING_TIME, now - startedMs)
        .set(PROCESSED_AT, when(waitsToBeSent, castNull(PROCESSED_AT)).otherwise(now()))
        .set(ERROR_INFO, when(IS_FAILING, castNull(ERROR_INFO)).otherwise(ERROR_INFO))
        .set(FAILING, false)
        .set(UPDATED, now())
        .set(MOD_COUNT, MOD_COUNT.plus(1))
        .where(SYS_ID.eq(entry))
        .and(STAGE.in(Stage.FLOW.value(), Stage.ENGINE.value()))
        .execute();
  }

  /** Whether the entry waits for its flow still; locks it until the transaction ends. */
  public boolean waitsForFlow(Queue queue, String entry) {
    return sql.selectOne()
            .from(QueueColumns.table(queue))
            .where(SYS_ID.eq(entry))
            .and(QueueColumns.isStillReadyFor(Stage.FLOW))
            .forUpdate()
            .fetchOne()
        != null;
  }

  /** The engine has the flow from now on. */
  public void inEngine(Queue queue, String entry, String flowContext, String reason) {
    touch(queue)
        .set(STAGE, Stage.ENGINE.value())
        .set(FLOW_CONTEXT, flowContext)
        .set(ERROR_INFO, reason.isEmpty() ? null : bounded(reason))
        .set(FAILING, !reason.isEmpty())
        .where(SYS_ID.eq(entry))
        .execute();
  }

  /** An entry that is not finished becomes Error; false if there is none. */
  public boolean failed(Queue queue, String entry, String message) {
    return touch(queue)
            .set(STATUS, "error")
            .set(ERROR_INFO, bounded(message))
            .set(FAILING, true)
            .where(SYS_ID.eq(entry))
            .and(STATUS.eq("ready"))
            .execute()
        > 0;
  }

  /** An entry that is still Ready, and why it has come no further. */
  public void triedInVain(Queue queue, String entry, String message) {
    touch(queue)
        .set(ERROR_INFO, bounded(message))
        .set(FAILING, true)
        .where(SYS_ID.eq(entry))
        .execute();
  }

  /** A failed entry that the engine tries again. */
  public boolean retried(Queue queue, String entry) {
    return touch(queue)
            .set(STATUS, "ready")
            .setNull(ERROR_INFO)
            .set(FAILING, false)
            .where(SYS_ID.eq(entry))
            .and(STATUS.eq("error"))
            .execute()
        > 0;
  }

  /** The engine no longer has the flow, which has not ended; undoes what it meant to send. */
  public boolean cancelled(Queue queue, String entry, String flowContext) {
    UpdateSetMoreStep<Record> update =
        touch(queue)
            .set(STATUS, "error")
            .set(STAGE, Stage.FLOW.value())
            .set(SKIPPED_BY_FLOW, false)
            .set(FAILING, true)
            .set(
                ERROR_INFO,
                "The process instance of its flow was cancelled. Set to Ready to run the flow from its start, or to Skipped.");
    if (queue == Queue.OUTBOUND) {
      update = update.setNull(LOCAL_ID).setNull(REMOTE_ID).setNull(MESSAGE);
    }
    return update
            .where(SYS_ID.eq(entry))
            .and(FLOW_CONTEXT.eq(flowContext))
            .and(STAGE.eq(Stage.ENGINE.value()))
            .and(STATUS.in("ready", "error"))
            .execute()
        > 0;
  }

  /** The engine's flow goes on, and others of its record wait until it has ended. */
  public boolean skippedByFlow(Queue queue, String entry, String reason) {
    return touch(queue)
            .set(SKIPPED_BY_FLOW, true)
            .set(ERROR_INFO, bounded(reason))
            .set(FAILING, false)
            .where(SYS_ID.eq(entry))
            .execute()
        > 0;
  }

  public boolean warned(Queue queue, String entry, String message) {
    Field<String> info =
        when(ERROR_INFO.isNull().or(IS_FAILING), val(bounded(message)))
            .otherwise(
                DSL.left(
                    ERROR_INFO.concat("\n").concat(Reason.storable(message)), ERROR_INFO_LENGTH));
    return touch(queue).set(ERROR_INFO, info).set(FAILING, false).where(SYS_ID.eq(entry)).execute()
        > 0;
  }

  /** A received entry whose flow the engine has found one more conflict. */
  public void conflicted(String entry, String conflict) {
    touch(Queue.INBOUND)
        .set(
            CONFLICTS,
            when(CONFLICTS.isNull(), val(conflict))
                .otherwise(DSL.left(CONFLICTS.concat(", ").concat(conflict), ERROR_INFO_LENGTH)))
        .where(SYS_ID.eq(entry))
        .execute();
  }

  public boolean set(Queue queue, String entry, Map<Field<?>, Object> values) {
    return touch(queue).set(values).where(SYS_ID.eq(entry)).execute() > 0;
  }

  private UpdateSetMoreStep<Record> touch(Queue queue) {
    return sql.update(QueueColumns.table(queue))
        .set(UPDATED, now())
        .set(UPDATED_BY, "system")
        .set(MOD_COUNT, MOD_COUNT.plus(1));
  }

  private LocalDateTime now() {
    return QueueColumns.now(clock);
  }

  public static String bounded(String message) {
    return ShortText.of(message, ERROR_INFO_LENGTH);
  }
}
