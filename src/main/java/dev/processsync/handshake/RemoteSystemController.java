package dev.processsync.handshake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.dictionary.SysId;
import dev.processsync.handshake.HandshakeMessage.Phase;
import dev.processsync.identity.Role;
import dev.processsync.problem.AccessDenied;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Validate and Activate Remote System over HTTP: for administrators, and for other instances. */
@RestController
@RequestMapping(
    path = "/api/process-sync/v1/remote-systems",
    produces = MediaType.APPLICATION_JSON_VALUE)
class RemoteSystemController {

  /** The most bytes of a handshake: names of events and fields, no records. */
  private static final int MAX_BODY = 1_000_000;

  private final RemoteSystems remoteSystems;
  private final Handshake handshake;
  private final Offers offers;
  private final CurrentActor currentActor;
  private final ObjectMapper json;

  RemoteSystemController(
      RemoteSystems remoteSystems,
      Handshake handshake,
      Offers offers,
      CurrentActor currentActor,
      ObjectMapper json) {
    this.remoteSystems = remoteSystems;
    this.handshake = handshake;
    this.offers = offers;
    this.currentActor = currentActor;
    this.json = json;
  }

  @Operation(
      summary = "Validate and Activate Remote System",
      description =
          "Checks the connection both ways, then activates the record here and its counterpart on "
              + "the other instance, or neither. 422 names the check that failed.")
  @PostMapping("/{sysId}/validate-and-activate")
  ResponseEntity<Map<String, Object>> validateAndActivate(@PathVariable String sysId) {
    Validation validation = remoteSystems.validateAndActivate(currentActor.get(), sysId);
    if (validation instanceof Validation.Activated activated) {
      return ResponseEntity.ok(
          Map.of(
              "result",
              Map.of(
                  "status",
                  "success",
                  "message",
                  "Remote system validated and activated successfully",
                  "external_id",
                  activated.externalId(),
                  "warnings",
                  activated.warnings())));
    }
    Validation.Failed failed = (Validation.Failed) validation;
    return refusal(
        HttpStatus.UNPROCESSABLE_ENTITY, failed.check(), failed.problem(), failed.remedy());
  }

  @Operation(
      summary = "Disable Remote System",
      description =
          "Sets both states to Disabled: nothing is sent, and what the other instance sends is "
              + "refused. Queue entries stay Ready. Validate and Activate, started on this "
              + "instance, ends it.")
  @PostMapping("/{sysId}/disable")
  Map<String, Object> disable(@PathVariable String sysId) {
    remoteSystems.disable(currentActor.get(), sysId);
    return Map.of("result", Map.of("status", "success", "message", "Remote system disabled"));
  }

  @Operation(
      summary = "Take part in another instance's Validate and Activate",
      description = "Called by instances, not by people, as the record's Inbound API User.")
  @PostMapping("/{id}/handshake")
  ResponseEntity<Map<String, Object>> handshake(@PathVariable String id, InputStream body)
      throws IOException {
    Actor caller = currentActor.get();
    if (!caller.hasAnyOf(Set.of(Role.PROCESS_SYNC_API))) {
      throw new AccessDenied(
          "User '%s' may not call the sync API: it takes the role %s."
              .formatted(caller.userName(), Role.PROCESS_SYNC_API));
    }
    byte[] bytes = body.readNBytes(MAX_BODY + 1);
    if (bytes.length > MAX_BODY) {
      return malformed(
          HttpStatus.PAYLOAD_TOO_LARGE, "A handshake takes at most %d bytes.".formatted(MAX_BODY));
    }
    HandshakeMessage message = message(bytes).orElse(null);
    if (message == null) {
      return malformed(HttpStatus.BAD_REQUEST, "The body is no handshake in JSON.");
    }
    Phase phase = message.phase();
    String from = message.remoteSystem();
    if (phase == null || from == null || !SysId.isValid(from) || !SysId.isValid(id)) {
      return malformed(
          HttpStatus.BAD_REQUEST,
          "A handshake names its phase and, in remote_system, the sys_id of the caller's record; the address holds the sys_id of the record meant.");
    }
    Offer offer = message.offer() == null ? Offer.NONE : message.offer();
    String token = Objects.requireNonNullElse(message.handshake(), "");
    try {
      HandshakeAnswer answer = handshake.answer(caller, id, from, token, phase, offer);
      return ResponseEntity.ok(Map.of("result", answer));
    } catch (CheckFailed failed) {
      HttpStatus status =
          failed.check() == Check.INBOUND_API_USER
              ? HttpStatus.FORBIDDEN
              : HttpStatus.UNPROCESSABLE_ENTITY;
      return refusal(status, failed.check().value(), failed.problem(), failed.remedy());
    } catch (TooManyHandshakes many) {
      String wait = Integer.toString(many.retryAfterSeconds());
      ResponseEntity<Map<String, Object>> refusal =
          refusal(
              HttpStatus.TOO_MANY_REQUESTS,
              Check.ACTIVATION.value(),
              String.valueOf(many.getMessage()),
              "Try again in %s seconds.".formatted(wait));
      return ResponseEntity.status(refusal.getStatusCode())
          .header(HttpHeaders.RETRY_AFTER, wait)
          .body(refusal.getBody());
    }
  }

  private Optional<HandshakeMessage> message(byte[] body) throws IOException {
    try {
      return Optional.ofNullable(json.readValue(body, HandshakeMessage.class));
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  private ResponseEntity<Map<String, Object>> refusal(
      HttpStatus status, String check, String problem, String remedy) {
    return ResponseEntity.status(status)
        .body(
            Map.of(
                "error",
                Map.of("message", problem, "detail", remedy),
                "status",
                "failure",
                "check",
                check,
                "instance",
                offers.instance()));
  }

  private static ResponseEntity<Map<String, Object>> malformed(HttpStatus status, String reason) {
    return ResponseEntity.status(status)
        .body(
            Map.of(
                "error", Map.of("message", "Invalid body", "detail", reason), "status", "failure"));
  }
}
