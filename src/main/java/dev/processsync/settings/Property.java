package dev.processsync.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every property: its name, its default, what it may be and what it means. */
enum Property {
  OUTBOUND_RETRY_TIMES(
      "outbound.retry_times",
      Values.number(0, 10),
      "3",
      "How often an outbound flow that failed is tried again before its queue record becomes Error",
      "retry.times"),
  OUTBOUND_RETRY_INTERVAL(
      "outbound.retry_interval",
      Values.seconds(0, 300),
      "60",
      "Pause before each new try of an outbound flow",
      "retry.interval"),
  INBOUND_RETRY_TIMES(
      "inbound.retry_times",
      Values.number(0, 10),
      "3",
      "How often an inbound flow that failed is tried again before its queue record becomes Error",
      "retry.times"),
  INBOUND_RETRY_INTERVAL(
      "inbound.retry_interval",
      Values.seconds(0, 300),
      "60",
      "Pause before each new try of an inbound flow",
      "retry.interval"),
  CONNECTION_RETRY_TIMES(
      "connection.retry_times",
      Values.number(0, 10),
      "3",
      "How often a connection that failed is tried again before the remote system's outbound state becomes Error",
      "outbound.connection-tries"),
  CONNECTION_RETRY_INTERVAL(
      "connection.retry_interval",
      Values.seconds(0, 300),
      "60",
      "Pause before each new try of a connection; goes on in Error, and resumes by itself",
      "outbound.connection-interval"),
  FLOW_TIME_LIMIT(
      "flow.time_limit",
      Values.seconds(1, 300),
      "30",
      "How long a flow may run without a break before it is stopped and counts as failed"),
  FLOW_CONTEXT_REPORTING(
      "flow.context_reporting",
      Values.SWITCH,
      "false",
      "Whether the engine keeps the history of every flow, also of those that go well: slower, but Cockpit shows them all"),
  QUEUE_BATCH_SIZE(
      "queue.batch_size",
      Values.number(1, 1_000),
      "50",
      "Flows that run in one transaction while all goes well"),
  CAPTURE_NON_INTERACTIVE(
      "capture.non_interactive",
      Values.SWITCH,
      "true",
      "Whether changes that nobody made in a browser are captured, too: those of programs, flows and the system"),
  MAX_HOPS(
      "max_hops",
      Values.number(1, 100),
      "5",
      "How many times a change may be sent from one instance to another; a message that has come further is refused"),
  RECEIPTS_INTERVAL(
      "receipts.interval",
      Values.seconds(1, 300),
      "1",
      "Pause before another instance is asked what has become of a message; longer for what takes long, up to 60 times"),
  RECEIPTS_OVERDUE(
      "receipts.overdue",
      Values.seconds(60, 2_592_000),
      "3600",
      "After how long a message is shown as open of which another instance has not said how it ended"),
  DELETES_PER_MINUTE(
      "inbound.deletes_per_minute",
      Values.number(0, 1_000_000),
      "100",
      "How many deletes of one remote system are applied in a minute; further ones wait until a person sets them to Ready"),
  PURGE_OUTBOUND_PROCESSED(
      "purge.outbound.processed",
      Values.days(),
      "7",
      "Age at which Processed outbound records are purged"),
  PURGE_OUTBOUND_SKIPPED(
      "purge.outbound.skipped",
      Values.days(),
      "7",
      "Age at which Skipped outbound records are purged"),
  PURGE_OUTBOUND_ERROR(
      "purge.outbound.error",
      Values.days(),
      "30",
      "Age at which outbound records in Error are purged"),
  PURGE_OUTBOUND_READY(
      "purge.outbound.ready",
      Values.days(),
      "30",
      "Age at which outbound records that are still Ready are purged"),
  PURGE_INBOUND_PROCESSED(
      "purge.inbound.processed",
      Values.days(),
      "7",
      "Age at which Processed inbound records are purged"),
  PURGE_INBOUND_SKIPPED(
      "purge.inbound.skipped",
      Values.days(),
      "7",
      "Age at which Skipped inbound records are purged"),
  PURGE_INBOUND_ERROR(
      "purge.inbound.error",
      Values.days(),
      "30",
      "Age at which inbound records in Error are purged"),
  PURGE_INBOUND_READY(
      "purge.inbound.ready",
      Values.days(),
      "30",
      "Age at which inbound records that are still Ready are purged"),
  PURGE_BATCH_SIZE(
      "purge.batch_size",
      Values.number(100, 100_000),
      "10000",
      "Queue records deleted in one transaction"),
  PURGE_TIME("purge.time", Values.hour(), "2", "From when on the queues are purged, once a day");

  private final String name;
  private final Values values;
  private final String byDefault;
  private final String meaning;
  private final List<String> startTimeNames;

  /**
   * @param name and all start-time names, without their first part
   * @param olderStartTimeNames of the same value, from before it could be set while running
   */
  Property(
      String name, Values values, String byDefault, String meaning, String... olderStartTimeNames) {
    this.name = name;
    this.values = values;
    this.byDefault = byDefault;
    this.meaning = meaning;
    this.startTimeNames =
        Stream.concat(Stream.of(name.replace('_', '-')), Arrays.stream(olderStartTimeNames))
            .map("process-sync."::concat)
            .toList();
  }

  static Optional<Property> named(String key) {
    return Arrays.stream(values()).filter(property -> property.key().equals(key)).findFirst();
  }

  /** The name in the table. */
  String key() {
    return "process_sync." + name;
  }

  String type() {
    return values.type();
  }

  String byDefault() {
    return byDefault;
  }

  /** A sentence for administrators. */
  String description() {
    return "%s: %s.".formatted(meaning, values.allowed());
  }

  List<String> startTimeNames() {
    return startTimeNames;
  }

  /** The value as it is stored, empty if it is not allowed. */
  Optional<String> read(String given) {
    return values.read(given.strip());
  }

  /** As {@link #read}, of what may be written with a unit, as {@code 90s}. */
  Optional<String> readAtStart(String given) {
    return values.readAtStart(given.strip());
  }

  /** What is wrong with a value, and what would be right. */
  String refusal(String name, String given) {
    return "%s must be %s, not '%s'.".formatted(name, values.allowed(), given);
  }
}
