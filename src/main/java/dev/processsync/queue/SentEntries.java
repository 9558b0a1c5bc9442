package dev.processsync.queue;

import static dev.processsync.queue.entry.QueueColumns.MOD_COUNT;
import static dev.processsync.queue.entry.QueueColumns.PROCESSED_AT;
import static dev.processsync.queue.entry.QueueColumns.PROCESSING_TIME;
import static dev.processsync.queue.entry.QueueColumns.QUEUED_MS;
import static dev.processsync.queue.entry.QueueColumns.RECEIPT;
import static dev.processsync.queue.entry.QueueColumns.RECEIPT_INFO;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_NUMBER;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_RECORD;
import static dev.processsync.queue.entry.QueueColumns.STAGE;
import static dev.processsync.queue.entry.QueueColumns.STATUS;
import static dev.processsync.queue.entry.QueueColumns.SYS_ID;
import static dev.processsync.queue.entry.QueueColumns.TIME_IN_QUEUE;
import static dev.processsync.queue.entry.QueueColumns.UPDATED;
import static dev.processsync.queue.entry.QueueColumns.isStillReadyFor;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.Stage;
import dev.processsync.queue.receipt.DeliveryReceipt;
import dev.processsync.support.FixedStatement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Marks what was sent, with the receipts, in one round trip and one version of each row: on
 * PostgreSQL in one statement; H2, which joins nothing to an update, gets a batch.
 */
@Repository
class SentEntries {

  /** What is written of each, and at last which one. */
  private static final List<Field<String>> COLUMNS =
      List.of(RECEIPT, RECEIPT_INFO, REMOTE_RECORD, REMOTE_NUMBER, SYS_ID);

  private final FixedStatement statement;
  private final boolean joins;
  private final Clock clock;

  SentEntries(DSLContext sql, Clock clock) {
    this.joins = sql.family() == SQLDialect.POSTGRES;
    this.statement = FixedStatement.of(sql, joins ? ofMany(sql) : ofOne(sql));
    this.clock = clock;
  }

  /** What was skipped meanwhile stays skipped. */
  void write(List<Sent> sent, long startedMs) {
    LocalDateTime now = QueueColumns.now(clock);
    @Nullable Object[] same = {startedMs, clock.millis() - startedMs, now, now};
    if (joins) {
      statement.execute(with(same, COLUMNS.stream().map(column -> values(sent, column))));
    } else {
      statement.executeAll(
          sent.stream()
              .map(each -> with(same, COLUMNS.stream().map(column -> value(each, column))))
              .toList());
    }
  }

  private static @Nullable Object[] with(
      @Nullable Object[] first, Stream<? extends @Nullable Object> then) {
    return Stream.<@Nullable Object>concat(Stream.of(first), then).toArray(Object[]::new);
  }

  private static @Nullable String[] values(List<Sent> sent, Field<String> column) {
    return sent.stream().map(each -> value(each, column)).toArray(String[]::new);
  }

  private static @Nullable String value(Sent sent, Field<String> column) {
    DeliveryReceipt receipt = sent.receipt();
    if (column == SYS_ID) {
      return sent.entry().sysId();
    } else if (receipt == null) {
      return null;
    } else if (column == RECEIPT) {
      return receipt.state().value();
    } else if (column == RECEIPT_INFO) {
      return receipt.info();
    }
    return column == REMOTE_RECORD ? receipt.record() : receipt.number();
  }

  private static UpdateSetMoreStep<?> update(
      DSLContext sql, Function<Field<String>, Field<String>> value) {
    UpdateSetMoreStep<?> update =
        sql.update(QueueColumns.table(Queue.OUTBOUND))
            .set(STATUS, inline("processed"))
            .set(STAGE, inline(Stage.DONE.value()))
            .set(TIME_IN_QUEUE, param("started", Long.class).minus(QUEUED_MS))
            .set(PROCESSING_TIME, param("took", Long.class))
            .set(PROCESSED_AT, param("at", LocalDateTime.class))
            .set(UPDATED, param("at", LocalDateTime.class))
            .set(MOD_COUNT, MOD_COUNT.plus(inline(1)));
    for (Field<String> column : COLUMNS.subList(0, COLUMNS.size() - 1)) {
      update = update.set(column, value.apply(column));
    }
    return update;
  }

  private static Query ofOne(DSLContext sql) {
    return update(sql, column -> param(column.getName(), String.class))
        .where(SYS_ID.eq(param("entry", String.class)))
        .and(isStillReadyFor(Stage.TRANSMIT));
  }

  private static Query ofMany(DSLContext sql) {
    List<Field<?>> arrays =
        COLUMNS.stream()
            .<Field<?>>map(column -> DSL.field("cast({0} as text[])", DSL.sql("?")))
            .toList();
    Table<?> told =
        DSL.table("unnest({0})", DSL.list(arrays))
            .as(
                "told",
                IntStream.range(0, COLUMNS.size())
                    .mapToObj(SentEntries::name)
                    .toArray(String[]::new));
    return update(sql, SentEntries::told)
        .from(told)
        .where(SYS_ID.eq(told(SYS_ID)))
        .and(isStillReadyFor(Stage.TRANSMIT));
  }

  private static Field<String> told(Field<String> column) {
    return DSL.field(DSL.name("told", name(COLUMNS.indexOf(column))), String.class);
  }

  private static String name(int column) {
    return "value_" + column;
  }
}
