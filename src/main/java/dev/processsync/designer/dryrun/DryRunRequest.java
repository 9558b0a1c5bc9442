package dev.processsync.designer.dryrun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a dry run is given; everything may be left out. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record DryRunRequest(
    @Schema(description = "sys_id of a queue record to run for: it gives everything else.")
        @Nullable String queueRecord,
    @Schema(
            description = "An object, or its JSON as a string. Left out: the model's sample.",
            type = "object")
        @Nullable JsonNode payload,
    @Schema(allowableValues = {"create", "update", "delete", "leave"}) @Nullable String operation,
    @Schema(
            description =
                "Inbound, of a delete or leave: what is to become of the local record. Left out: what the inbound flow says.",
            allowableValues = {"keep", "end_link", "cancel", "delete"})
        @Nullable String whenGone,
    @Schema(description = "sys_id. Left out: the only one that a flow binds the subflow to.")
        @Nullable String remoteSystem,
    @Schema(description = "The event's name.") @Nullable String processEvent,
    @Schema(description = "Inbound: of a correlation, to run as for a known record.")
        @Nullable String localCorrelationId,
    @Schema(description = "Inbound.") @Nullable String remoteCorrelationId,
    @Schema(description = "Outbound.") @Nullable String localTable,
    @Schema(description = "Outbound: sys_id of a record.") @Nullable String localRecord) {

  static final DryRunRequest EMPTY =
      new DryRunRequest(null, null, null, null, null, null, null, null, null, null);

  static String text(@Nullable String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value.strip();
  }

  /** The payload as JSON text, empty if none was given. */
  String payloadText() {
    JsonNode given = Objects.requireNonNullElse(payload, MissingNode.getInstance());
    if (given.isMissingNode() || given.isNull()) {
      return "";
    }
    return given.isTextual() ? given.asText() : given.toString();
  }
}
