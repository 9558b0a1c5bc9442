package dev.processsync.designer.dryrun;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.processsync.queue.lane.Rehearsal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a flow would do. Nothing of it was done.
 *
 * @param failure at which activity the flow failed and why, empty if it did not
 * @param waitingAt the ids of the activities that it waits at
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DryRunResult(
    @Schema(allowableValues = {"ended", "waiting", "failed"}) String end,
    String failure,
    List<String> waitingAt,
    List<Step> steps,
    List<Written> records,
    @Nullable Message message,
    @Schema(description = "What would become of the queue record; null for error flows.")
        @Nullable QueueRecord queueRecord) {

  /**
   * An activity or event on the way.
   *
   * @param inputs what the model gave it
   * @param outputs what its action gave
   */
  record Step(
      String activity,
      String name,
      String type,
      Map<String, @Nullable Object> inputs,
      Map<String, @Nullable Object> outputs,
      boolean done) {}

  /**
   * A record that would be written.
   *
   * @param operation create, update or delete
   * @param fields those that would change
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Written(String operation, String table, String sysId, Map<String, Change> fields) {}

  /** A field's value, empty if it has none. */
  record Change(String before, String after) {}

  /** What would be sent. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Message(String localCorrelationId, String remoteCorrelationId, String payload) {
    static Message of(Rehearsal.Outcome outcome) {
      return new Message(
          outcome.localCorrelationId(), outcome.remoteCorrelationId(), outcome.message());
    }
  }

  /** What would become of the queue record. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record QueueRecord(String status, String errorInfo) {}
}
