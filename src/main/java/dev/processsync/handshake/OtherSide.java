package dev.processsync.handshake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.connection.ConnectionProblem;
import dev.processsync.connection.Endpoint;
import dev.processsync.connection.RemoteAnswer;
import dev.processsync.connection.RemoteClient;
import dev.processsync.definition.RemoteSystem;
import dev.processsync.dictionary.SysId;
import dev.processsync.handshake.HandshakeMessage.Phase;
import dev.processsync.identity.Role;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Posts handshake messages and tells each way in which that can fail from the others. */
@Component
final class OtherSide {

  private final RemoteClient client;
  private final Offers offers;
  private final ObjectMapper json;

  OtherSide(RemoteClient client, Offers offers, ObjectMapper json) {
    this.client = client;
    this.offers = offers;
    this.json = json;
  }

  /**
   * @param system the own record; without an External ID the other side finds its record by our
   *     sys_id
   * @param handshake the token of whoever began it
   * @throws CheckFailed if the other side refuses, or is none
   */
  HandshakeAnswer call(Endpoint endpoint, RemoteSystem system, Phase phase, String handshake) {
    String id = system.externalId().isEmpty() ? system.sysId() : system.externalId();
    String path = "api/process-sync/v1/remote-systems/" + id + "/handshake";
    HandshakeMessage message =
        new HandshakeMessage(phase, system.sysId(), offers.to(system), handshake);
    RemoteAnswer answer = post(endpoint, path, message);
    if (answer instanceof RemoteAnswer.Answered answered) {
      return read(endpoint, answered);
    }
    if (answer instanceof RemoteAnswer.Redirected redirected) {
      throw new CheckFailed(
          Check.URL,
          "%s redirects to '%s' (HTTP %d), and redirects are not followed."
              .formatted(
                  endpoint.base(), PartnersWords.brief(redirected.location()), redirected.status()),
          "Set the Connection URL of connection '%s' to the address of the other instance itself."
              .formatted(endpoint.connection()));
    }
    String reason = answer instanceof RemoteAnswer.Unreachable none ? none.reason() : "";
    throw new CheckFailed(
        Check.REACHABILITY,
        "The other instance can't be reached at %s: %s".formatted(endpoint.base(), reason),
        "Check the Connection URL of connection '%s', and whether the other instance runs."
            .formatted(endpoint.connection()));
  }

  private RemoteAnswer post(Endpoint endpoint, String path, HandshakeMessage message) {
    try {
      return client.post(endpoint, path, json.valueToTree(message).toString());
    } catch (ConnectionProblem problem) {
      throw new CheckFailed(
          Check.CONNECTION,
          "Connection '%s' can't be used.".formatted(endpoint.connection()),
          Objects.requireNonNullElse(problem.getMessage(), "Check its URL."));
    }
  }

  private HandshakeAnswer read(Endpoint endpoint, RemoteAnswer.Answered answered) {
    Optional<JsonNode> body = tree(answered.body());
    if (answered.status() == 200) {
      return body.flatMap(this::success).orElseThrow(() -> noInstance(endpoint, answered));
    }
    body.flatMap(OtherSide::refusal)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    // A wrong path on a right host is forbidden too; only the API says it in these words.
    boolean lacksRole =
        body.map(json -> json.path("error").path("message").asText())
            .filter("User Not Authorized"::equals)
            .isPresent();
    if (answered.status() == 401) {
      throw new CheckFailed(
          Check.CREDENTIALS,
          "User '%s' can't log in at %s.".formatted(endpoint.userName(), endpoint.base()),
          "Set User name and Password of the credential of connection '%s' to those of the other instance's API user, and see that this user is active there."
              .formatted(endpoint.connection()));
    }
    if (answered.status() == 429) {
      throw new CheckFailed(
          Check.CREDENTIALS,
          "%s asks to come back later (HTTP 429)%s."
              .formatted(endpoint.base(), after(answered.retryAfter())),
          "After many wrong passwords of user '%s' it looks at none for some minutes: see that the credential of connection '%s' is right, wait, and validate again."
              .formatted(endpoint.userName(), endpoint.connection()));
    }
    if (answered.status() == 403 && lacksRole) {
      throw new CheckFailed(
          Check.ROLE,
          "User '%s' may not call the sync API at %s."
              .formatted(endpoint.userName(), endpoint.base()),
          "Grant the role %s to user '%s' on the other instance."
              .formatted(Role.PROCESS_SYNC_API, endpoint.userName()));
    }
    throw noInstance(endpoint, answered);
  }

  private static String after(Duration wait) {
    return wait.isZero() ? "" : ", after %d seconds".formatted(wait.toSeconds());
  }

  private static CheckFailed noInstance(Endpoint endpoint, RemoteAnswer.Answered answered) {
    return new CheckFailed(
        Check.URL,
        "What answers at %s is not the sync API of an instance (HTTP %d)."
            .formatted(endpoint.base(), answered.status()),
        "Set the Connection URL of connection '%s' to the base URL of the other instance."
            .formatted(endpoint.connection()));
  }

  private Optional<HandshakeAnswer> success(JsonNode body) {
    try {
      HandshakeAnswer answer = json.treeToValue(body.path("result"), HandshakeAnswer.class);
      return Optional.ofNullable(answer).filter(given -> SysId.isValid(given.remoteSystem()));
    } catch (JsonProcessingException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<CheckFailed> refusal(JsonNode body) {
    String speaker = PartnersWords.brief(body.path("instance").asText());
    JsonNode error = body.path("error");
    return Check.of(body.path("check").asText())
        .map(
            check ->
                new CheckFailed(
                    check,
                    "%s answers: %s"
                        .formatted(
                            speaker.isEmpty() ? "The other instance" : "'" + speaker + "'",
                            PartnersWords.brief(error.path("message").asText())),
                    PartnersWords.brief(error.path("detail").asText())));
  }

  private Optional<JsonNode> tree(String body) {
    try {
      return Optional.ofNullable(json.readTree(body));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }
}
