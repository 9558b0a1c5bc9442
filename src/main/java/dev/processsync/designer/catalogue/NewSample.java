package dev.processsync.designer.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a sample payload is to come from: one of the three. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record NewSample(
    @Schema(
            description = "The payload itself: an object, or its JSON as a string.",
            type = "object")
        @Nullable JsonNode payload,
    @Schema(description = "sys_id of a message in the inbound queue, whose payload is taken.")
        @Nullable String queueRecord,
    @Schema(description = "sys_id of a remote system, which is asked what it captures.")
        @Nullable String remoteSystem,
    @Schema(description = "With remote_system: the event's name.") @Nullable String processEvent) {}
