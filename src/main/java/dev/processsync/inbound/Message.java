package dev.processsync.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as it arrives; the correlation ids are written from the receiver's side. Anything may
 * be missing: the {@link Doorkeeper} looks.
 */
record Message(
    @JsonProperty("message_id")
        @Schema(description = "The same over all retries: a repeat is answered as a duplicate")
        @Nullable String messageId,
    @JsonProperty("remote_system")
        @Schema(
            description = "sys_id of the receiver's Remote System record: the sender's External ID")
        @Nullable String remoteSystem,
    @JsonProperty("process_event")
        @Schema(description = "Name of the process event, case-sensitive")
        @Nullable String processEvent,
    @Schema(description = "create, update or delete") @Nullable String operation,
    @JsonProperty("local_correlation_id") @Nullable String localCorrelationId,
    @JsonProperty("remote_correlation_id") @Nullable String remoteCorrelationId,
    @Schema(description = "The sender's sequence number, for people") @Nullable Long sequence,
    @Schema(description = "The captured payload, as an object or as its JSON text", type = "object")
        @Nullable JsonNode payload) {}
