package dev.processsync.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** A message as the API's documentation describes it. */
@Schema(name = "Message")
record MessageForm(
    @JsonProperty("message_id")
        @Schema(description = "The same over all retries: a repeat is answered as a duplicate")
        String messageId,
    @JsonProperty("remote_system")
        @Schema(
            description = "sys_id of the receiver's Remote System record: the sender's External ID")
        String remoteSystem,
    @JsonProperty("process_event")
        @Schema(description = "Name of the process event, case-sensitive")
        String processEvent,
    @Schema(
            description =
                "create, update, delete, or leave: the record is none any more of those that are shared")
        String operation,
    @JsonProperty("local_correlation_id") String localCorrelationId,
    @JsonProperty("remote_correlation_id") String remoteCorrelationId,
    @Schema(
            description =
                "The sender's sequence number, for people: a whole number of 64 bits; 0 if it is missing or null")
        Long sequence,
    @JsonProperty("origin_instance")
        @Schema(
            description =
                "The id of the instance where what happened began; if it is missing, the sender's")
        String originInstance,
    @Schema(
            description =
                "How many times it was sent from one instance to another, this time included: a whole number; 1 if it is missing or null")
        Long hops,
    @Schema(description = "The captured payload, as an object or as its JSON text", type = "object")
        Object payload) {}
