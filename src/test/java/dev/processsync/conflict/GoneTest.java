package dev.processsync.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.TwoInstances;
import dev.processsync.definition.Side;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Records of two linked instances are deleted, or leave what is shared, over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoneTest {

  private TwoWay sides;

  @BeforeAll
  void link() {
    sides = new TwoWay();
  }

  @AfterAll
  void end() {
    sides.end();
  }

  @BeforeEach
  void asByDefault() {
    sides.whenGone(sides.b, Map.of("on_delete", "end_link", "on_leave", "keep"));
    sides.onLeave(sides.a, "ignore");
  }

  @Test
  void aDeleteEndsTheLinkOnBothSidesAndBothKeepWhyAndByWhom() {
    TwoWay.Pair incident = sides.incident();

    deleteAt(sides.a, incident.ofA);
    sides.settle();
    incident.changeAtB("description", "Nobody hears of it");
    sides.settle();

    assertThat(correlation(sides.a, incident.ofA)).contains("inactive deleted_here admin");
    assertThat(correlation(sides.b, incident.ofB)).contains("inactive deleted_there admin");
    assertThat(incident.atB("description")).isEqualTo("Nobody hears of it");
  }

  @Test
  void theOtherRecordIsCancelledIfItsSideSaysSo() {
    sides.whenGone(sides.b, Map.of("on_delete", "cancel"));
    TwoWay.Pair incident = sides.incident();

    deleteAt(sides.a, incident.ofA);
    sides.settle();

    assertThat(incident.atB("state")).isEqualTo("8");
    assertThat(correlation(sides.b, incident.ofB)).contains("inactive deleted_there admin");
  }

  @Test
  void theOtherRecordIsDeletedIfItsSideSaysSo() {
    sides.whenGone(sides.b, Map.of("on_delete", "delete"));
    TwoWay.Pair incident = sides.incident();

    deleteAt(sides.a, incident.ofA);
    sides.settle();

    assertThat(isThere(sides.b, incident.ofB)).isFalse();
    assertThat(correlation(sides.b, incident.ofB)).contains("inactive deleted_there admin");
    assertThat(sides.sent(sides.b, incident.ofB)).as("nothing goes back").isZero();
  }

  @Test
  void deletesThatCrossStopNobody() {
    sides.whenGone(sides.b, Map.of("on_delete", "delete"));
    TwoWay.Pair incident = sides.incident();
    sides.disconnect();
    deleteAt(sides.a, incident.ofA);
    deleteAt(sides.b, incident.ofB);
    sides.connect();

    assertThat(correlation(sides.a, incident.ofA)).contains("inactive deleted_here admin");
    assertThat(correlation(sides.b, incident.ofB)).contains("inactive deleted_here admin");
  }

  @Test
  void anUpdateThatCrossesADeleteStopsNobodyAndMakesNothingAnew() {
    TwoWay.Pair incident = sides.incident();
    sides.disconnect();
    incident.changeAtB("description", "Of B, who has not heard of it");
    deleteAt(sides.a, incident.ofA);
    sides.connect();

    assertThat(isThere(sides.a, incident.ofA)).isFalse();
    String name = incident.atB("short_description");
    assertThat(
            sides
                .a
                .instance()
                .records()
                .findBy(Actor.system(), "incident", Map.of("short_description", name)))
        .isEmpty();
  }

  @Test
  void thatARecordLeavesIsSentOnlyIfItsSideSaysSo() {
    sides.whenGone(sides.b, Map.of("on_leave", "cancel"));
    TwoWay.Pair incident = sides.incident();

    incident.changeAtA("short_description", "No longer shared " + incident.ofA);
    sides.settle();

    assertThat(sides.sent(sides.a, incident.ofA)).isEqualTo(1);
    assertThat(incident.atB("state")).isEqualTo("1");
  }

  @Test
  void aRecordThatLeftIsCancelledThereAndGoesOnWhenItComesBack() {
    sides.onLeave(sides.a, "send");
    sides.whenGone(sides.b, Map.of("on_leave", "cancel"));
    TwoWay.Pair incident = sides.incident();
    String name = incident.atA("short_description");

    incident.changeAtA("short_description", "No longer shared " + incident.ofA);
    sides.settle();
    assertThat(incident.atB("state")).isEqualTo("8");
    assertThat(incident.atB("short_description")).as("not an update").isEqualTo(name);

    incident.changeAtA("short_description", name + " again");
    sides.settle();
    assertThat(incident.atB("short_description")).isEqualTo(name + " again");
    assertThat(correlation(sides.b, incident.ofB)).startsWith("active");
  }

  private static void deleteAt(Side side, String incident) {
    HttpResponse<String> answer =
        side.instance()
            .send(
                "DELETE",
                "api/now/table/incident/" + incident,
                "admin",
                TwoInstances.ADMIN_PASSWORD,
                null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private static boolean isThere(Side side, String incident) {
    return side.instance().records().find(Actor.system(), "incident", incident).isPresent();
  }

  private static String correlation(Side side, String incident) {
    TableRecord correlation =
        side.instance()
            .records()
            .findBy(
                Actor.system(),
                "ih_sync_correlation",
                Map.of("local_record", incident, "remote_system", side.remoteSystem()))
            .get(0);
    return "%s %s %s"
        .formatted(
            correlation.get("state"),
            correlation.get("ended_because"),
            correlation.get("ended_by"));
  }
}
