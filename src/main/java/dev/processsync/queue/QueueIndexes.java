package dev.processsync.queue;

import static dev.processsync.queue.entry.QueueColumns.CREATED;
import static dev.processsync.queue.entry.QueueColumns.LANE;
import static dev.processsync.queue.entry.QueueColumns.LOCAL_ID;
import static dev.processsync.queue.entry.QueueColumns.PROCESSED_AT;
import static dev.processsync.queue.entry.QueueColumns.PROCESSING_TIME;
import static dev.processsync.queue.entry.QueueColumns.RECEIPT;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_SYSTEM;
import static dev.processsync.queue.entry.QueueColumns.SEQUENCE;
import static dev.processsync.queue.entry.QueueColumns.STAGE;
import static dev.processsync.queue.entry.QueueColumns.STATUS;
import static dev.processsync.queue.entry.QueueColumns.TIME_IN_QUEUE;
import static org.jooq.impl.DSL.inline;

import dev.processsync.database.StartTurn;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.Stage;
import dev.processsync.queue.receipt.ReceiptState;
import dev.processsync.record.Records;
import dev.processsync.storage.Indexes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.CreateIndexStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * The ways into the queues that workers take, the one by age, to purge, and those of people who
 * look at what was sent and how much. Of the former, on PostgreSQL each index holds only what waits
 * there, so it stays small however many entries were processed; H2, which has no such indexes, gets
 * the conditions as leading columns. No index begins with the status on PostgreSQL: it may believe
 * that nothing is ready, and would read all that is.
 */
@Component
public class QueueIndexes {

  private final DSLContext sql;

  /**
   * @param tablesAreThere what depends on the queues' tables having been made
   */
  QueueIndexes(DSLContext sql, StartTurn turn, Records tablesAreThere) {
    this.sql = sql;
    turn.take(
        () -> {
          Indexes existing = Indexes.existing(sql);
          List.of(Queue.values()).forEach(queue -> create(queue, existing));
        });
  }

  private void create(Queue queue, Indexes existing) {
    Field<String> key = QueueColumns.text(queue.orderedBy());
    String age = "ix_" + queue.table() + "_age";
    if (!existing.has(age)) {
      sql.createIndex(DSL.name(age))
          .on(QueueColumns.table(queue), List.of(CREATED, STATUS))
          .execute();
    }
    index(existing, queue, "flow", QueueColumns.isReadyFor(Stage.FLOW), LANE);
    index(existing, queue, "stuck", STATUS.eq(inline("error")), key);
    if (isPartial()) {
      index(existing, queue, "engine", QueueColumns.isReadyFor(Stage.ENGINE), key);
      if (queue == Queue.OUTBOUND) {
        // What was sent is found by its correlation; this is small.
        index(existing, queue, "unsent", LOCAL_ID.isNull(), key);
        // For people; what was applied at once never gets here.
        index(existing, queue, "open", isOpen(), RECEIPT);
      }
    }
    processed(existing, queue);
    if (queue == Queue.OUTBOUND) {
      index(existing, queue, "transmit", QueueColumns.isReadyFor(Stage.TRANSMIT), REMOTE_SYSTEM);
    }
  }

  private static Condition isOpen() {
    return RECEIPT.in(
        Arrays.stream(ReceiptState.values())
            .filter(ReceiptState::isOpen)
            .map(state -> inline(state.value()))
            .toList());
  }

  private void index(
      Indexes existing, Queue queue, String purpose, Condition where, Field<?> column) {
    String name = "ix_" + queue.table() + "_" + purpose;
    if (existing.has(name)) {
      return;
    }
    CreateIndexStep create = sql.createIndex(DSL.name(name));
    if (isPartial()) {
      create.on(QueueColumns.table(queue), List.of(column, SEQUENCE)).where(where).execute();
    } else {
      create.on(QueueColumns.table(queue), List.of(column, STATUS, STAGE, SEQUENCE)).execute();
    }
  }

  /** Has all that the state of the queues is told from, so that no entry is read for it. */
  private void processed(Indexes existing, Queue queue) {
    String name = "ix_" + queue.table() + "_processed";
    if (existing.has(name)) {
      return;
    }
    List<Field<?>> told = List.of(REMOTE_SYSTEM, PROCESSING_TIME, TIME_IN_QUEUE);
    CreateIndexStep create = sql.createIndex(DSL.name(name));
    if (isPartial()) {
      create
          .on(QueueColumns.table(queue), List.of(PROCESSED_AT))
          .include(told)
          .where(STATUS.eq(inline("processed")))
          .execute();
    } else {
      List<Field<?>> all = new ArrayList<>(List.of(PROCESSED_AT, STATUS));
      all.addAll(told);
      create.on(QueueColumns.table(queue), all).execute();
    }
  }

  private boolean isPartial() {
    return sql.family() == SQLDialect.POSTGRES;
  }
}
