package dev.processsync.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may set properties to what. */
@InstanceTest
class PropertiesOverHttpTest {

  private static final String TABLE = "/api/now/table/sys_properties";

  @Autowired private Records records;
  @Autowired private Settings settings;

  private final ApiClient admin;
  private ApiClient syncAdmin;

  PropertiesOverHttpTest(@LocalServerPort int port) {
    this.admin = ApiClient.admin(port);
    this.syncAdmin = admin;
  }

  @BeforeEach
  void someoneAdministersProcessSync() {
    TableRecord user = new SyncSetup(records).user("sync.admin", "ih_process_sync");
    syncAdmin = admin.as(user.get("user_name"), SyncSetup.PASSWORD);
  }

  @AfterEach
  void asByDefault() {
    set(admin, "process_sync.flow.time_limit", "30");
  }

  @Test
  void everyPropertyIsThereWithItsTypeAndMeaning() {
    Answer answer = syncAdmin.get(TABLE + "?sysparm_query=nameSTARTSWITHprocess_sync.");

    assertThat(answer.result()).hasSameSizeAs(Property.values());
    assertThat(answer.result())
        .filteredOn(row -> row.path("name").asText().equals("process_sync.flow.time_limit"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.path("value").asText()).isEqualTo("30");
              assertThat(row.path("type").asText()).isEqualTo("integer");
              assertThat(row.path("description").asText())
                  .endsWith(": a whole number from 1 to 300 seconds.");
            });
  }

  @Test
  void whoAdministersProcessSyncMaySetThem() {
    assertThat(set(syncAdmin, "process_sync.flow.time_limit", " 45 ").status()).isEqualTo(200);

    assertThat(settings.current().flowTimeLimit()).hasSeconds(45);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "outbound.retry_times | 11 | a whole number from 0 to 10",
        "outbound.retry_interval | 301 | a whole number from 0 to 300 seconds",
        "inbound.retry_times | -1 | a whole number from 0 to 10",
        "inbound.retry_interval | 60s | a whole number from 0 to 300 seconds",
        "connection.retry_times | 2.5 | a whole number from 0 to 10",
        "connection.retry_interval | '' | a whole number from 0 to 300 seconds",
        "flow.time_limit | 0 | a whole number from 1 to 300 seconds",
        "flow.context_reporting | yes | true or false",
        "queue.batch_size | 1001 | a whole number from 1 to 1000",
        "capture.non_interactive | 1 | true or false",
        "purge.outbound.processed | 61 | a whole number from 0 to 60 days; 0 means at the next run",
        "purge.outbound.skipped | 61 | a whole number from 0 to 60 days; 0 means at the next run",
        "purge.outbound.error | 61 | a whole number from 0 to 60 days; 0 means at the next run",
        "purge.outbound.ready | 61 | a whole number from 0 to 60 days; 0 means at the next run",
        "purge.inbound.processed | 61 | a whole number from 0 to 60 days; 0 means at the next run",
        "purge.inbound.skipped | 61 | a whole number from 0 to 60 days; 0 means at the next run",
        "purge.inbound.error | 61 | a whole number from 0 to 60 days; 0 means at the next run",
        "purge.inbound.ready | 61 | a whole number from 0 to 60 days; 0 means at the next run",
        "purge.batch_size | 99 | a whole number from 100 to 100000",
        "purge.time | 24 | a whole number from 0 to 23, an hour of the day, UTC"
      })
  void aValueOutOfItsLimitsIsRefusedWithTheLimits(String name, String value, String limits) {
    DeliverySettings before = settings.current();

    Answer answer = set(admin, "process_sync." + name, value);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail())
        .isEqualTo("process_sync.%s must be %s, not '%s'.".formatted(name, limits, value));
    assertThat(settings.current()).isEqualTo(before);
  }

  @Test
  void nobodyMakesOrDeletesProperties() {
    assertThat(syncAdmin.post(TABLE, "{\"name\":\"x\"}").status()).isEqualTo(403);
    assertThat(admin.post(TABLE, "{\"value\":\"1\"}").detail())
        .isEqualTo("Properties are made by the system: change the value of one that is there.");
    Answer deleted = admin.delete(TABLE + "/" + idOf("process_sync.purge.time"));
    assertThat(deleted.status()).isEqualTo(400);
    assertThat(deleted.detail())
        .isEqualTo("Property process_sync.purge.time can't be deleted: set it to what you want.");
  }

  @Test
  void nobodyRenamesThem() {
    Answer renamed =
        admin.patch(TABLE + "/" + idOf("process_sync.purge.time"), "{\"name\":\"purge\"}");

    assertThat(renamed.status()).isEqualTo(400);
    assertThat(renamed.detail()).contains("read-only");
  }

  @Test
  void theyAreNoBusinessOfOthers() {
    TableRecord user = new SyncSetup(records).user("clerk", "itil");
    ApiClient clerk = admin.as(user.get("user_name"), SyncSetup.PASSWORD);

    assertThat(clerk.get(TABLE).status()).isEqualTo(403);
    assertThat(set(clerk, "process_sync.purge.time", "3").status()).isEqualTo(403);
  }

  private Answer set(ApiClient client, String name, String value) {
    return client.patch(TABLE + "/" + idOf(name), "{\"value\":\"%s\"}".formatted(value));
  }

  private String idOf(String name) {
    return records.findBy(Actor.system(), "sys_properties", Map.of("name", name)).get(0).sysId();
  }
}
