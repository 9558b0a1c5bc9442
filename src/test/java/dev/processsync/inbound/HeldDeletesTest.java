package dev.processsync.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.identity.Users;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A partner that deletes very much waits for a person (docs/operating.md). */
@InstanceTest
class HeldDeletesTest {

  private static final String PROPERTY = "process_sync.inbound.deletes_per_minute";

  @Autowired private Records records;
  @Autowired private Users users;
  @LocalServerPort private int port;

  private Partner partner;

  @BeforeEach
  void threePass() {
    partner = new Partner(new SyncSetup(records), records, port, "inbound-flow-template-basic");
    limit("3");
  }

  @AfterEach
  void asByDefault() {
    limit("100");
  }

  @Test
  void thoseBeyondTheLimitWaitWithTheReasonUntilAPersonSetsThemToReady() throws Exception {
    partner.post(messages("create"));
    await().untilAsserted(() -> assertThat(with("processed")).hasSize(5));

    partner.post(messages("delete"));

    await().untilAsserted(() -> assertThat(with("error")).hasSize(2));
    await().untilAsserted(() -> assertThat(with("processed")).hasSize(8));
    assertThat(with("error"))
        .allSatisfy(
            held -> {
              assertThat(held.get("error_info")).contains("More than 3 deletes", PROPERTY);
              assertThat(held.get("stage")).isEqualTo("flow");
            });
    assertThat(activeLinks()).isEqualTo(2);

    with("error").forEach(held -> set(held, "ready"));

    await().untilAsserted(() -> assertThat(with("processed")).hasSize(10));
    assertThat(activeLinks()).isZero();
  }

  @Test
  void oneThatAPersonSkipsDeletesNothing() throws Exception {
    limit("0");
    partner.post(messages("create"));
    await().untilAsserted(() -> assertThat(with("processed")).hasSize(5));
    partner.post(messages("delete"));
    await().untilAsserted(() -> assertThat(with("error")).hasSize(5));

    with("error").forEach(held -> set(held, "skipped"));

    assertThat(with("skipped")).hasSize(5);
    assertThat(activeLinks()).isEqualTo(5);
  }

  private List<ObjectNode> messages(String operation) throws Exception {
    List<ObjectNode> messages = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      messages.add(
          partner
              .message()
              .put("operation", operation)
              .put("local_correlation_id", "local-" + i)
              .put("remote_correlation_id", "remote-" + i));
    }
    return messages;
  }

  private List<TableRecord> with(String status) {
    return partner.entries().stream().filter(entry -> entry.get("status").equals(status)).toList();
  }

  private void set(TableRecord entry, String status) {
    records.update(
        users.byUserName("admin").orElseThrow(),
        "ih_sync_inbound_queue",
        entry.sysId(),
        Map.of("status", status));
  }

  private long activeLinks() {
    return records.count(
        Actor.system(),
        "ih_sync_correlation",
        Query.parse("remote_system=" + partner.remoteSystem.sysId() + "^state=active"));
  }

  private void limit(String most) {
    TableRecord property =
        records.findBy(Actor.system(), "sys_properties", Map.of("name", PROPERTY)).get(0);
    records.update(Actor.system(), "sys_properties", property.sysId(), Map.of("value", most));
  }
}
