package dev.processsync.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tutorial's result: hardware requested on Instance A, fulfilled on B, resolved on A. */
final class FirstRequest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Instance a;
  private final Instance b;
  private final Narrator narrator;

  FirstRequest(Instance a, Instance b, Narrator narrator) {
    this.a = a;
    this.b = b;
    this.narrator = narrator;
  }

  void play() {
    Row request = create();
    Row copy = waitForTheCopy(request);
    resolve(copy);
    waitForTheResolution(request);
    Stream.of(a, b).forEach(this::showCorrelation);
    Stream.of(a, b).forEach(this::showQueues);
  }

  private Row create() {
    Row request =
        a.admin()
            .create(
                "incident",
                Map.of(
                    "short_description", "Laptop for a new colleague",
                    "severity", "1",
                    "assignment_group", a.named("sys_user_group", "name", "Hardware").sysId()));
    narrator.tell(a, "created " + show(a, request));
    return request;
  }

  private Row waitForTheCopy(Row request) {
    Row correlation =
        Patience.until(
            "the correlation of " + request.get("number") + " on " + a.label(),
            LIMIT,
            () -> a.admin().first("ih_sync_correlation", "local_record=" + request.sysId()));
    String itsIdThere = correlation.get("remote_correlation_id");
    Row copy =
        Patience.until(
            "the copy of " + request.get("number") + " on " + b.label(),
            LIMIT,
            () ->
                b.admin()
                    .first("ih_sync_correlation", "local_correlation_id=" + itsIdThere)
                    .flatMap(
                        theirs ->
                            b.admin().first("incident", "sys_id=" + theirs.get("local_record"))));
    narrator.tell(b, "received it as " + show(b, copy));
    return copy;
  }

  private void resolve(Row copy) {
    b.admin()
        .update(
            "incident",
            copy.sysId(),
            Map.of(
                "state", "6",
                "close_code", "Solution provided",
                "close_notes", "The laptop is on its way"));
    narrator.tell(b, "resolved " + show(b, copy));
  }

  private void waitForTheResolution(Row request) {
    Patience.until(
        request.get("number") + " to be resolved on " + a.label(),
        LIMIT,
        () -> a.admin().first("incident", "sys_id=" + request.sysId() + "^state=6"));
    narrator.tell(a, "has it as " + show(a, request));
  }

  private static String show(Instance instance, Row incident) {
    Row now =
        instance
            .admin()
            .findForDisplay("incident", "sys_id=" + incident.sysId())
            .findFirst()
            .orElseThrow();
    String resolution =
        now.get("close_code").isEmpty()
            ? ""
            : ", %s by %s: %s"
                .formatted(now.get("close_code"), now.get("resolved_by"), now.get("close_notes"));
    return "%s '%s' for %s, urgency %s, severity %s, %s%s"
        .formatted(
            now.get("number"),
            now.get("short_description"),
            now.get("assignment_group"),
            now.get("urgency"),
            now.get("severity"),
            now.get("state"),
            resolution);
  }

  private void showCorrelation(Instance instance) {
    instance
        .admin()
        .find("ih_sync_correlation", "")
        .forEach(
            row ->
                narrator.tell(
                    instance,
                    "correlation %s: here %s, there %s"
                        .formatted(
                            row.get("state"),
                            row.get("local_correlation_id"),
                            row.get("remote_correlation_id"))));
  }

  private void showQueues(Instance instance) {
    for (String queue : List.of("outbound", "inbound")) {
      settled(instance, "ih_sync_" + queue + "_queue")
          .forEach(
              entry ->
                  narrator.tell(
                      instance,
                      "%s queue: %s, %s, %s"
                          .formatted(
                              queue,
                              entry.get("process_event"),
                              entry.get("operation"),
                              entry.get("status"))));
    }
  }

  /** The entries once none of them waits any more: the last answer may still be under way. */
  private static List<Row> settled(Instance instance, String queue) {
    return Patience.until(
        queue + " of " + instance.label() + " to be worked off",
        LIMIT,
        () ->
            instance.admin().first(queue, "status=ready").isPresent()
                ? Optional.empty()
                : Optional.of(instance.admin().findForDisplay(queue, "ORDERBYsequence").toList()));
  }
}
