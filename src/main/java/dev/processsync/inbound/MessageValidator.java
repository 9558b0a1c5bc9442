package dev.processsync.inbound;

import static dev.processsync.inbound.Receipt.Refusal.INVALID_MESSAGE;
import static dev.processsync.inbound.Receipt.Refusal.NOT_THE_INBOUND_API_USER;
import static dev.processsync.inbound.Receipt.Refusal.NO_INBOUND_FLOW;
import static dev.processsync.inbound.Receipt.Refusal.REMOTE_SYSTEM_INACTIVE;
import static dev.processsync.inbound.Receipt.Refusal.REMOTE_SYSTEM_UNKNOWN;
import static dev.processsync.inbound.Receipt.Refusal.TOO_MANY_HOPS;
import static dev.processsync.inbound.Receipt.Refusal.UNKNOWN_PROCESS_EVENT;

import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.dictionary.SysId;
import dev.processsync.payload.CapturedPayload;
import dev.processsync.payload.InvalidPayload;
import dev.processsync.payload.ParsedPayloads;
import dev.processsync.queue.entry.NewInboundEntry;
import dev.processsync.record.Actor;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import dev.processsync.settings.Settings;
import dev.processsync.support.ShortText;
import dev.processsync.support.StorableText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at a message before it comes in: what is refused here never gets a queue entry. */
@Component
class MessageValidator {

  private static final int MAX_ID = 64;

  private final SyncDefinitions definitions;
  private final Settings settings;

  MessageValidator(SyncDefinitions definitions, Settings settings) {
    this.definitions = definitions;
    this.settings = settings;
  }

  /**
   * The entry that a message becomes.
   *
   * @param system who sent it, see {@link #system}
   * @throws RefusedMessage saying why not
   */
  NewInboundEntry admit(Message message, RemoteSystem system, Actor sender) {
    if (message.problem() != null) {
      throw malformed(message.problem());
    }
    String messageId = id("message_id", message.messageId());
    String localId = id("local_correlation_id", message.localCorrelationId());
    String remoteId = id("remote_correlation_id", message.remoteCorrelationId());
    Operation operation = operation(message.operation());
    String event = event(system, Objects.requireNonNullElse(message.processEvent(), ""));
    String payload = payload(message.payload());
    return new NewInboundEntry(
        messageId,
        event,
        operation,
        system.sysId(),
        localId,
        remoteId,
        message.sequence(),
        payload,
        sender.userName(),
        origin(message, system));
  }

  /**
   * Where it began, for what is captured of it here. It has come too far if instances send it round
   * in a circle.
   */
  private Origin origin(Message message, RemoteSystem system) {
    long hops = Math.max(1, message.hops());
    int most = settings.current().maxHops();
    if (hops > most) {
      throw new RefusedMessage(
          TOO_MANY_HOPS,
          "This change was sent from one instance to another %d times, and %d are allowed here: do the instances send it round in a circle? If not, raise the property process_sync.max_hops."
              .formatted(hops, most));
    }
    String given = Objects.requireNonNullElse(message.originInstance(), "");
    return new Origin(SysId.isValid(given) ? given : system.instanceId(), (int) hops);
  }

  /**
   * The remote system that a message comes from, if the sender may speak for it.
   *
   * @throws RefusedMessage saying why not
   */
  RemoteSystem system(Message message, Actor sender) {
    try {
      return known(Objects.requireNonNullElse(message.remoteSystem(), ""), sender);
    } catch (RefusedMessage e) {
      // A message that can't be read says nothing about the remote system.
      throw message.problem() == null ? e : malformed(message.problem());
    }
  }

  private static RefusedMessage malformed(String problem) {
    return new RefusedMessage(INVALID_MESSAGE, problem);
  }

  /**
   * The remote system of this sys_id, if the sender may speak for it.
   *
   * @throws RefusedMessage saying why not
   */
  RemoteSystem known(String id, Actor sender) {
    RemoteSystem system =
        definitions
            .remoteSystem(id)
            .orElseThrow(
                () ->
                    new RefusedMessage(
                        REMOTE_SYSTEM_UNKNOWN,
                        "Unknown remote system '%s': remote_system must be the sys_id of this instance's Remote System record, which the sender keeps as External ID."
                            .formatted(shown(id))));
    if (!system.inboundApiUser().equals(sender.sysId())) {
      throw new RefusedMessage(
          NOT_THE_INBOUND_API_USER,
          "User '%s' is not the Inbound API User of remote system '%s'."
              .formatted(sender.userName(), system.name()));
    }
    if (system.inboundState() != RemoteSystem.State.ACTIVE) {
      throw new RefusedMessage(
          REMOTE_SYSTEM_INACTIVE,
          "Remote system '%s' is not active here: its administrator has to validate and activate it."
              .formatted(system.name()));
    }
    return system;
  }

  private String event(RemoteSystem system, String name) {
    if (definitions.inboundFlow(system.sysId(), name).isPresent()) {
      return definitions.processEvent(system.sysId(), name).orElseThrow();
    }
    if (definitions.processEvent(system.sysId(), name).isPresent()) {
      throw new RefusedMessage(
          NO_INBOUND_FLOW,
          "Process event '%s' has no inbound flow for remote system '%s'."
              .formatted(name, system.name()));
    }
    List<String> known = definitions.eventNames(system.sysId());
    String hint =
        known.stream()
            .filter(name::equalsIgnoreCase)
            .findFirst()
            .map(other -> "Names are case-sensitive: did you mean '%s'?".formatted(other))
            .orElseGet(() -> "Known are: " + String.join(", ", known) + ".");
    throw new RefusedMessage(
        UNKNOWN_PROCESS_EVENT, "Unknown process event '%s'. %s".formatted(shown(name), hint));
  }

  private static String id(String field, @Nullable String value) {
    if (value == null || value.isBlank() || value.length() > MAX_ID) {
      throw new RefusedMessage(
          INVALID_MESSAGE,
          "%s must have 1 to %d characters; it has %d."
              .formatted(field, MAX_ID, value == null ? 0 : value.strip().length()));
    }
    return value;
  }

  private static Operation operation(@Nullable String value) {
    try {
      return Operation.of(Objects.requireNonNullElse(value, ""));
    } catch (IllegalArgumentException e) {
      throw new RefusedMessage(
          INVALID_MESSAGE,
          "operation is '%s'; it must be create, update, delete or leave.".formatted(shown(value)));
    }
  }

  private static String payload(@Nullable String text) {
    if (text == null) {
      throw new RefusedMessage(INVALID_MESSAGE, "payload is missing.");
    }
    try {
      requireStorable(ParsedPayloads.of(text));
      return text;
    } catch (InvalidPayload e) {
      throw new RefusedMessage(INVALID_MESSAGE, String.valueOf(e.getMessage()));
    }
  }

  /** Escaped in the payload's text they could be kept; the records that they are for could not. */
  private static void requireStorable(CapturedPayload payload) {
    for (CapturedPayload.ChangedField field : payload.changedFields()) {
      for (String part :
          List.of(
              field.key(),
              field.value(),
              field.displayValue(),
              Objects.requireNonNullElse(field.previousValue(), ""),
              Objects.requireNonNullElse(field.previousDisplayValue(), ""))) {
        StorableText.problem(part)
            .ifPresent(
                contained -> {
                  throw new RefusedMessage(
                      INVALID_MESSAGE,
                      "Field '%s' of the payload contains %s."
                          .formatted(shown(field.key()), contained));
                });
      }
    }
  }

  private static String shown(@Nullable String value) {
    return ShortText.of(String.valueOf(value), 100);
  }
}
