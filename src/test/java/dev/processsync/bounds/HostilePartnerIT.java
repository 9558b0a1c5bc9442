package dev.processsync.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.bounds.HostileProcess.Large;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An instance of 256 MB, one partner who sends all that it may and strangers who send what they may
 * not: nobody else is disturbed, nothing is lost, nothing has to be started anew.
 */
class HostilePartnerIT {

  private static final int MEASURED = 60;

  /**
   * In so little memory large messages, which are the work of the instance and not refused, make
   * the collector tidy up all of it now and then, while nothing else runs: measured 450 ms at a
   * time on two busy cores, and as long as ten small messages take on busier ones.
   */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final int PAUSE_IN_MESSAGES = 10;

  @Test
  void disturbsNobodyElseAndNothingIsLost(@TempDir Path directory) throws IOException {
    try (SmallInstance instance = SmallInstance.start(directory)) {
      Partner.makeSubflow(instance.admin());
      Partner friend = Partner.introduce(instance.admin(), "friendly");
      Partner hostile = Partner.introduce(instance.admin(), "hostile");
      List<String> sent = new ArrayList<>();
      measure(friend, sent);
      List<Duration> alone = measure(friend, sent);
      List<Duration> refusing = new ArrayList<>();
      List<Duration> occupying = new ArrayList<>();
      try (BareDoorProcess door = BareDoorProcess.start(directory)) {
        for (int round = 0; round < 2; round++) {
          occupying.addAll(beside(door.port(), directory, hostile, friend, sent));
          refusing.addAll(beside(instance.port(), directory, hostile, friend, sent));
        }
      }
      List<Duration> beside;
      List<String> accepted;
      try (HostileProcess attackers =
          HostileProcess.start(directory, instance.port(), hostile, Large.AS_MAY_BE)) {
        attackers.awaitRefusals();
        beside = measure(friend, sent);
        accepted = attackers.accepted();
      }

      assertThat(instance.isAlive()).isTrue();
      assertThat(instance.said("OutOfMemoryError")).isFalse();
      Duration occupied = p95(occupying);
      System.out.printf(
          "p95 alone %s, beside attackers elsewhere %s, here %s, with large messages %s of %d%n",
          p95(alone), occupied, p95(refusing), p95(beside), accepted.size());
      assertThat(p95(refusing)).isLessThan(occupied.multipliedBy(2));
      assertThat(p95(beside)).isLessThan(occupied.multipliedBy(2).plus(pause(occupied)));
      await().atMost(Duration.ofMinutes(2)).until(instance::isUp);

      instance.kill();
      instance.startAgain();

      assertThat(times(instance.admin(), "ih_sync_inbound_queue", "message_id", accepted))
          .as("messages of the hostile partner")
          .isEqualTo(once(accepted));
      requireAppliedOnce(instance.admin(), sent);
    }
  }

  @Test
  void whatWasAcceptedBeforeTheMemoryWasUsedUpIsThereAfterANewStart(@TempDir Path directory)
      throws IOException {
    try (SmallInstance instance = SmallInstance.start(directory)) {
      Partner.makeSubflow(instance.admin());
      Partner friend = Partner.introduce(instance.admin(), "friendly");
      instance.kill();
      instance.startAgainWithEater();
      List<String> sent = new ArrayList<>();
      for (int i = 0; i < MEASURED; i++) {
        sent.add(friend.send("A laptop"));
      }
      instance.eatMemory();
      sendUntilItEnds(friend, sent);
      instance.awaitEnd();
      assertThat(instance.said("OutOfMemoryError")).isTrue();

      instance.startAgain();

      requireAppliedOnce(instance.admin(), sent);
    }
  }

  private static void sendUntilItEnds(Partner partner, List<String> sent) {
    while (true) {
      ObjectNode message = partner.message("A laptop");
      try {
        Answer answer = partner.client().post(Partner.MESSAGES, "[" + message + "]");
        if (answer.json().path(0).path("status").asText().equals("accepted")) {
          sent.add(message.path("message_id").asText());
        }
      } catch (IllegalStateException ended) {
        return;
      }
    }
  }

  private static void requireAppliedOnce(ApiClient admin, List<String> sent) {
    assertThat(times(admin, "ih_sync_inbound_queue", "message_id", sent)).isEqualTo(once(sent));
    await()
        .atMost(Duration.ofMinutes(5))
        .untilAsserted(
            () ->
                assertThat(times(admin, "incident", "short_description", sent))
                    .isEqualTo(once(sent)));
  }

  /** How long messages of the partner take while others do at a door what nobody may. */
  private static List<Duration> beside(
      int port, Path directory, Partner hostile, Partner partner, Collection<String> sent)
      throws IOException {
    try (HostileProcess attackers =
        HostileProcess.start(directory, port, hostile, Large.TOO_LARGE)) {
      attackers.awaitAttacks();
      return measure(partner, sent);
    }
  }

  /** Sends messages one after the other; how long each took. */
  private static List<Duration> measure(Partner partner, Collection<String> sent) {
    List<Duration> took = new ArrayList<>();
    for (int i = 0; i < MEASURED; i++) {
      long started = System.nanoTime();
      sent.add(partner.send("A laptop"));
      took.add(Duration.ofNanos(System.nanoTime() - started));
    }
    return took;
  }

  private static Duration pause(Duration message) {
    Duration busy = message.multipliedBy(PAUSE_IN_MESSAGES);
    return busy.compareTo(PAUSE) > 0 ? busy : PAUSE;
  }

  /** How long the 95th of 100 would take. */
  private static Duration p95(List<Duration> took) {
    return took.stream().sorted().toList().get(took.size() * 95 / 100);
  }

  private static Map<String, Integer> once(Collection<String> ids) {
    Map<String, Integer> once = new HashMap<>();
    ids.forEach(id -> once.put(id, 1));
    return once;
  }

  /** How many records have each of these ids in a field. */
  private static Map<String, Integer> times(
      ApiClient admin, String table, String field, List<String> ids) {
    Map<String, Integer> times = new HashMap<>();
    for (int from = 0; from < ids.size(); from += 50) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + 50));
      JsonNode found =
          admin
              .get(
                  "/api/now/table/%s?sysparm_limit=500&sysparm_fields=%s&sysparm_query=%sIN%s"
                      .formatted(table, field, field, String.join(",", some)))
              .result();
      found.forEach(record -> times.merge(record.path(field).asText(), 1, Integer::sum));
    }
    return times;
  }
}
