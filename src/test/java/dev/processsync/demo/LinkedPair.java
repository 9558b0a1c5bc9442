package dev.processsync.demo;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.TwoInstances;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Two instances that the tutorial has linked, as the people who work there use them. */
record LinkedPair(Instance a, Instance b) {

  static final Duration SOON = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The two that tests share, as the tutorial's steps find them; its passwords are the same always.
   */
  static LinkedPair shared() {
    return new LinkedPair(
        Instance.customer(url(TwoInstances.customer()), passwords("customer")),
        Instance.vendor(url(TwoInstances.vendor()), passwords("vendor")));
  }

  private static URI url(TwoInstances.RunningInstance instance) {
    return URI.create(instance.url().replaceAll("/$", ""));
  }

  private static Passwords passwords(String name) {
    return new Passwords(
        TwoInstances.ADMIN_PASSWORD, "api-user-of-" + name, "run-as-user-of-" + name);
  }

  Row request(String shortDescription, String severity) {
    return a.admin()
        .create(
            "incident",
            Map.of(
                "short_description", shortDescription,
                "severity", severity,
                "assignment_group", hardware(a)));
  }

  /** The vendor's copy of a customer's record, as soon as it is there. */
  Row copyOf(Row request) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                b.admin()
                    .first(
                        "ih_sync_correlation",
                        of(b)
                            + "^local_correlation_id="
                            + correlation(a, request).get("remote_correlation_id"))
                    .map(theirs -> incident(b, theirs.get("local_record"))),
            Optional::isPresent)
        .orElseThrow();
  }

  void resolve(Row copy, String closeCode, String closeNotes) {
    b.admin()
        .update(
            "incident",
            copy.sysId(),
            Map.of("state", "6", "close_code", closeCode, "close_notes", closeNotes));
  }

  Row resolved(Row request) {
    return await()
        .atMost(SOON)
        .until(() -> incident(a, request.sysId()), now -> now.get("state").equals("6"));
  }

  Row correlation(Instance instance, Row record) {
    return await()
        .atMost(SOON)
        .until(
            () -> instance.admin().first("ih_sync_correlation", about(instance, record)),
            Optional::isPresent)
        .orElseThrow();
  }

  /** The queue's entries about this record once none of them is waiting. */
  List<Row> settled(Instance instance, String queue, Row record) {
    String id = correlation(instance, record).get("local_correlation_id");
    return await()
        .atMost(SOON)
        .until(
            () ->
                instance
                    .admin()
                    .find(
                        "ih_sync_" + queue + "_queue",
                        of(instance) + "^local_correlation_id=" + id + "^ORDERBYsequence")
                    .toList(),
            entries ->
                !entries.isEmpty()
                    && entries.stream().noneMatch(e -> e.get("status").equals("ready")));
  }

  /** What was captured of this record for the other instance. */
  List<Row> sent(Instance instance, Row record) {
    return instance.admin().find("ih_sync_outbound_queue", about(instance, record)).toList();
  }

  private static String about(Instance instance, Row record) {
    return of(instance) + "^local_record=" + record.sysId();
  }

  private static String of(Instance instance) {
    return "remote_system=" + instance.remoteSystemRecord().sysId();
  }

  static Row incident(Instance instance, String sysId) {
    return instance.admin().first("incident", "sys_id=" + sysId).orElseThrow();
  }

  static Row shown(Instance instance, Row incident) {
    return instance
        .admin()
        .findForDisplay("incident", "sys_id=" + incident.sysId())
        .findFirst()
        .orElseThrow();
  }

  static String hardware(Instance instance) {
    return instance.named("sys_user_group", "name", "Hardware").sysId();
  }

  /** A message as an outside client posts it, with the other side's API user and password. */
  Map<String, Object> message(
      Instance to, String id, String event, String operation, Ids ids, String sample) {
    return Map.of(
        "message_id",
        id,
        "remote_system",
        to.remoteSystemRecord().sysId(),
        "process_event",
        event,
        "operation",
        operation,
        "local_correlation_id",
        ids.receivers(),
        "remote_correlation_id",
        ids.senders(),
        "sequence",
        1,
        "payload",
        payload(sample));
  }

  JsonNode post(Instance to, Map<String, Object> message) {
    JsonNode answer =
        to.admin().as(to.apiUser(), to.passwords().api()).post("messages", List.of(message));
    return Objects.requireNonNull(answer.get(0));
  }

  private static JsonNode payload(String sample) {
    try {
      return JSON.readTree(ReceivingSteps.sample(sample));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A correlation's two ids as a message names them. */
  record Ids(String receivers, String senders) {}
}
