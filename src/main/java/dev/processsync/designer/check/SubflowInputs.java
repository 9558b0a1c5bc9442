package dev.processsync.designer.check;

import dev.processsync.definition.Subflows.Kind;
import java.util.List;

/** What a subflow of each kind is given (docs/reference.md, "Flows"). */
final class SubflowInputs {

  private SubflowInputs() {}

  static List<String> of(Kind kind) {
    return switch (kind) {
      case OUTBOUND ->
          List.of(
              "queue_entry",
              "local_record",
              "local_table",
              "remote_system",
              "operation",
              "capture_definition",
              "process_event",
              "payload");
      case INBOUND ->
          List.of(
              "queue_entry",
              "remote_system",
              "remote_correlation_id",
              "local_correlation_id",
              "process_event",
              "operation",
              "when_gone",
              "payload");
      case ERROR ->
          List.of(
              "remote_system",
              "remote_system_name",
              "error_message",
              "failed_since",
              "tries",
              "waiting");
    };
  }
}
