package dev.processsync.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.identity.Users;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What arrives for a record that is gone changes nothing, stops nobody, and begins nothing anew.
 */
@InstanceTest
class EndedLinksTest {

  @Autowired private Records records;
  @Autowired private Users users;
  @LocalServerPort private int port;

  private Partner partner;

  @BeforeEach
  void partner() {
    partner = new Partner(new SyncSetup(records), records, port, "inbound-flow-template-basic");
  }

  @Test
  void anUpdateOfARecordThatWasDeletedHereIsSkippedAndTheSenderIsToldWhy() throws Exception {
    String incident = applied(partner.message());
    records.delete(admin(), "incident", incident);
    assertThat(correlation().get("state")).as("until the other side is told").isEqualTo("active");

    JsonNode receipt = partner.receipt(update());

    assertThat(receipt.path("status").asText()).isEqualTo("accepted");
    await().untilAsserted(() -> assertThat(statuses()).containsExactly("processed", "skipped"));
    assertThat(partner.entries().get(1).get("error_info"))
        .contains("It ended because its record was deleted here on ", " by admin.")
        .doesNotContain("\n");
    assertThat(correlation().get("state")).isEqualTo("inactive");
    assertThat(correlation().get("ended_because")).isEqualTo("deleted_here");
    assertThat(correlation().get("ended_by")).isEqualTo("admin");
    assertThat(correlation().get("ended_on")).isNotEmpty();
  }

  @Test
  void whatFollowsIsAnsweredWithTheReasonAndNeverMakesTheRecordAnew() throws Exception {
    String incident = applied(partner.message());
    records.delete(admin(), "incident", incident);
    partner.receipt(update());
    await().untilAsserted(() -> assertThat(statuses()).endsWith("skipped"));
    long before = incidents();

    JsonNode late = partner.receipt(update());
    JsonNode repeated = partner.receipt(partner.message());
    JsonNode deleted = partner.receipt(partner.message().put("operation", "delete"));

    for (JsonNode receipt : List.of(late, repeated, deleted)) {
      assertThat(receipt.path("status").asText()).isEqualTo("accepted");
      assertThat(receipt.path("state").asText()).isEqualTo("skipped");
      assertThat(receipt.path("reason").asText()).contains("its record was deleted here");
    }
    assertThat(statuses()).containsExactly("processed", "skipped", "skipped", "skipped", "skipped");
    assertThat(incidents()).isEqualTo(before);
  }

  @Test
  void aDeletionThatArrivesEndsTheLinkForGood() throws Exception {
    String incident = applied(partner.message());

    applied(partner.message().put("operation", "delete"));
    JsonNode late = partner.receipt(update());

    assertThat(correlation().get("ended_because")).isEqualTo("deleted_there");
    assertThat(correlation().get("ended_by")).isEqualTo("admin");
    assertThat(late.path("state").asText()).isEqualTo("skipped");
    assertThat(late.path("reason").asText())
        .contains("It ended because the remote record was deleted on ", " by admin.");
    assertThat(records.find(Actor.system(), "incident", incident)).isPresent();
  }

  @Test
  void theRecordIsDeletedIfTheInboundFlowSaysSo() throws Exception {
    whenGone("on_delete", "delete");
    String incident = applied(partner.message());

    applied(partner.message().put("operation", "delete"));

    assertThat(records.find(Actor.system(), "incident", incident)).isEmpty();
    assertThat(correlation().get("ended_because")).isEqualTo("deleted_there");
    assertThat(correlation().get("state")).isEqualTo("inactive");
  }

  @Test
  void aRecordThatLeftMayComeBack() throws Exception {
    whenGone("on_leave", "cancel");
    String incident = applied(partner.message());

    applied(partner.message().put("operation", "leave"));
    assertThat(records.get(Actor.system(), "incident", incident).get("state")).isEqualTo("8");
    applied(update());

    assertThat(correlation().get("state")).isEqualTo("active");
  }

  @Test
  void aLinkThatAnAdministratorTurnedOffSaysWhoDidAndStillRefuses() throws Exception {
    applied(partner.message());
    records.update(
        admin(), "ih_sync_correlation", correlation().sysId(), Map.of("state", "inactive"));

    assertThat(partner.receipt(update()).path("code").asText()).isEqualTo("correlation_inactive");
    assertThat(correlation().get("ended_because")).isEqualTo("by_hand");
    assertThat(correlation().get("ended_by")).isEqualTo("admin");

    records.update(
        admin(), "ih_sync_correlation", correlation().sysId(), Map.of("state", "active"));
    applied(update());
    assertThat(correlation().get("ended_because")).isEmpty();
    assertThat(correlation().get("ended_on")).isEmpty();
  }

  private String applied(ObjectNode message) throws Exception {
    int position = partner.entries().size();
    partner.receipt(message);
    await()
        .untilAsserted(
            () -> {
              assertThat(partner.entries()).hasSize(position + 1);
              assertThat(partner.entries().get(position).get("status")).isEqualTo("processed");
            });
    return partner.entries().get(position).get("local_record");
  }

  private ObjectNode update() throws Exception {
    return partner.message().put("operation", "update");
  }

  private void whenGone(String event, String choice) {
    TableRecord flow =
        records
            .findBy(
                Actor.system(),
                "ih_sync_inbound_definition",
                Map.of("remote_system", partner.remoteSystem.sysId()))
            .get(0);
    records.update(
        Actor.system(), "ih_sync_inbound_definition", flow.sysId(), Map.of(event, choice));
  }

  private TableRecord correlation() {
    return records
        .findBy(
            Actor.system(),
            "ih_sync_correlation",
            Map.of("remote_system", partner.remoteSystem.sysId()))
        .get(0);
  }

  private List<String> statuses() {
    return partner.entries().stream().map(entry -> entry.get("status")).toList();
  }

  private long incidents() {
    return records.count(Actor.system(), "incident", Query.parse(""));
  }

  private Actor admin() {
    return users.byUserName("admin").orElseThrow();
  }
}
