package dev.processsync.queue.entry;

import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Sequence;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Columns of both queues; the tables themselves come from the dictionary. */
public final class QueueColumns {

  public static final String SCHEMA = "process_sync";
  static final Sequence<Long> NEXT_SEQUENCE =
      DSL.sequence(DSL.name(SCHEMA, "queue_sequence"), SQLDataType.BIGINT);

  public static final Field<String> SYS_ID = text("sys_id");
  public static final Field<Long> SEQUENCE = number("sequence");
  public static final Field<String> STATUS = text("status");
  public static final Field<String> STAGE = text("stage");
  public static final Field<Long> LANE = number("lane");
  public static final Field<String> PROCESS_EVENT = text("process_event");
  public static final Field<String> OPERATION = text("operation");
  public static final Field<String> REMOTE_SYSTEM = text("remote_system");
  public static final Field<String> CAPTURE_DEFINITION = text("capture_definition");
  public static final Field<String> LOCAL_TABLE = text("local_table");
  public static final Field<String> LOCAL_RECORD = text("local_record");
  public static final Field<String> LOCAL_ID = text("local_correlation_id");
  public static final Field<String> REMOTE_ID = text("remote_correlation_id");
  public static final Field<String> MESSAGE_ID = text("message_id");
  public static final Field<Long> REMOTE_SEQUENCE = number("remote_sequence");
  public static final Field<String> PAYLOAD = text("payload");

  /** Fields that its flow found changed on both sides, and whose value counts (inbound only). */
  public static final Field<String> CONFLICTS = text("conflicts");

  /** What the other side says has become of it (outbound only), as the three that follow. */
  public static final Field<String> RECEIPT = text("receipt");

  public static final Field<String> RECEIPT_INFO = text("receipt_info");
  public static final Field<String> REMOTE_RECORD = text("remote_record");
  public static final Field<String> REMOTE_NUMBER = text("remote_number");

  /** What the flow wrote to be sent, unless that is the payload (outbound only). */
  public static final Field<String> MESSAGE = text("message");

  /** Its flow, which the engine has, said that nothing is to be done; counts when it ends. */
  static final Field<Boolean> SKIPPED_BY_FLOW =
      DSL.field(DSL.name("skipped_by_flow"), SQLDataType.BOOLEAN);

  public static final Field<String> ERROR_INFO = text("error_info");

  /** A person has looked at what had failed, and set it to Ready (inbound only). */
  public static final Field<Boolean> RELEASED =
      DSL.field(DSL.name("released"), SQLDataType.BOOLEAN);

  /** What error info says is of a try that failed, and over when one goes well. */
  public static final Field<Boolean> FAILING = DSL.field(DSL.name("failing"), SQLDataType.BOOLEAN);

  public static final Field<String> RETRY_METADATA = text("retry_metadata");
  public static final Field<String> FLOW_CONTEXT = text("flow_context");
  public static final Field<Long> TIME_IN_QUEUE = number("time_in_queue");
  public static final Field<Long> PROCESSING_TIME = number("processing_time");
  public static final Field<Long> QUEUED_MS = number("queued_ms");
  static final Field<String> ORIGIN_INSTANCE = text("origin_instance");
  static final Field<Long> HOPS = number("hops");
  public static final Field<LocalDateTime> PROCESSED_AT = time("processed_at");
  public static final Field<LocalDateTime> CREATED = time("sys_created_on");
  static final Field<String> CREATED_BY = text("sys_created_by");
  public static final Field<LocalDateTime> UPDATED = time("sys_updated_on");
  static final Field<String> UPDATED_BY = text("sys_updated_by");
  static final Field<String> CLASS = text("sys_class_name");
  public static final Field<Long> MOD_COUNT = number("sys_mod_count");

  private QueueColumns() {}

  public static Table<Record> table(Queue queue) {
    return DSL.table(DSL.name(SCHEMA, queue.table()));
  }

  /** What is read of outbound entries to send them: as their payload what their flow wrote. */
  static List<Field<?>> send() {
    return read(Queue.OUTBOUND, DSL.coalesce(MESSAGE, PAYLOAD).as(PAYLOAD.getName()));
  }

  /** What is read of entries to run their flows. */
  static List<Field<?>> read(Queue queue) {
    return read(queue, PAYLOAD);
  }

  private static List<Field<?>> read(Queue queue, Field<String> payload) {
    Field<String> capture =
        queue == Queue.OUTBOUND
            ? CAPTURE_DEFINITION
            : DSL.inline("").as(CAPTURE_DEFINITION.getName());
    return List.of(
        SYS_ID,
        SEQUENCE,
        PROCESS_EVENT,
        OPERATION,
        REMOTE_SYSTEM,
        capture,
        LOCAL_TABLE,
        LOCAL_RECORD,
        LOCAL_ID,
        REMOTE_ID,
        payload,
        QUEUED_MS,
        ORIGIN_INSTANCE,
        HOPS);
  }

  /** Of a row of {@link #read} or {@link #send}. */
  static QueueEntry entry(Queue queue, ResultSet row) throws SQLException {
    String record = text(row, 8);
    String localId = text(row, 9);
    return new QueueEntry(
        text(row, 1),
        row.getLong(2),
        queue == Queue.OUTBOUND ? record : localId,
        text(row, 3),
        Operation.of(text(row, 4)),
        text(row, 5),
        text(row, 6),
        text(row, 7),
        record,
        localId,
        text(row, 10),
        text(row, 11),
        row.getLong(12),
        new Origin(text(row, 13), row.getInt(14)));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  /** Conditions are written out: an index for them is found only then. */
  public static Condition isReadyFor(Stage stage) {
    return STATUS.eq(DSL.inline("ready")).and(STAGE.eq(DSL.inline(stage.value())));
  }

  public static LocalDateTime now(Clock clock) {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Whether an entry that is known by its id is ready still. Not written as {@link #isReadyFor}:
   * PostgreSQL would take the index of those that wait, of which it may believe that there are
   * none, and read a million of them for each entry.
   */
  public static Condition isStillReadyFor(Stage stage) {
    return STATUS.concat(DSL.inline("/"), STAGE).eq(DSL.inline("ready/" + stage.value()));
  }

  public static Field<String> text(String column) {
    return DSL.field(DSL.name(column), SQLDataType.VARCHAR);
  }

  private static Field<Long> number(String column) {
    return DSL.field(DSL.name(column), SQLDataType.BIGINT);
  }

  private static Field<LocalDateTime> time(String column) {
    return DSL.field(DSL.name(column), SQLDataType.LOCALDATETIME);
  }
}
