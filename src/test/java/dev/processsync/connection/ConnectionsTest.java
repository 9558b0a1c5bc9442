package dev.processsync.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.InstanceTest;
import dev.processsync.dictionary.SysId;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.record.Actor;
import dev.processsync.record.RecordChanged;
import dev.processsync.record.Records;
import dev.processsync.storage.StoredSecrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@InstanceTest
@RecordApplicationEvents
@ExtendWith(OutputCaptureExtension.class)
class ConnectionsTest {

  private static final Actor ADMIN = new Actor("admin", SysId.next(), Set.of("admin"), false, null);
  private static final String SECRET = "s3cret-never-shown";

  @Autowired Records records;
  @Autowired Connections connections;
  @Autowired StoredSecrets secrets;
  @Autowired DSLContext sql;

  private String mark = "";

  @BeforeEach
  void newNames() {
    mark = SysId.next();
  }

  @Test
  void resolvesAnAliasToItsActiveConnection() {
    String alias = alias("Vendor " + mark);
    connection(alias, "http://localhost:8081", "true");

    Endpoint endpoint = connections.resolve(alias);

    assertThat(endpoint.base()).hasToString("http://localhost:8081/");
    assertThat(endpoint.userName()).isEqualTo("rps.api.instance.a");
    assertThat(endpoint.password()).isEqualTo(SECRET);
  }

  @Test
  void showsAnAliasByItsNameWithoutSpaces() {
    String alias = alias("Remote Process Sync " + mark);

    assertThat(records.get(ADMIN, "sys_alias", alias).get("id"))
        .isEqualTo("Remote_Process_Sync_" + mark);
  }

  @Test
  void storesPasswordsEncryptedAndShowsThemToNobody(
      ApplicationEvents events, CapturedOutput output) {
    String id = credential();
    records.update(ADMIN, "basic_auth_credentials", id, Map.of("password", SECRET + "2"));

    String column =
        sql.select(DSL.field("password", String.class))
            .from("process_sync.basic_auth_credentials")
            .where(DSL.field("sys_id").eq(id))
            .fetchSingle()
            .value1();
    assertThat(column).startsWith("v1:").doesNotContain(SECRET);
    assertThat(records.get(ADMIN, "basic_auth_credentials", id).toString())
        .doesNotContain(SECRET)
        .doesNotContain(column);
    assertThat(events.stream(RecordChanged.class).toList().toString())
        .contains(id)
        .doesNotContain(SECRET)
        .doesNotContain(column);
    assertThat(output.getAll()).doesNotContain(SECRET);
  }

  @Test
  void keepsThePasswordWhenOnlyOtherFieldsChange() {
    String alias = alias("Kept " + mark);
    String connection = connection(alias, "http://localhost:8081", "true");
    String credential = records.get(ADMIN, "http_connection", connection).get("credential");

    records.update(
        ADMIN, "basic_auth_credentials", credential, Map.of("user_name", "other", "password", ""));

    assertThat(connections.resolve(alias).userName()).isEqualTo("other");
    assertThat(connections.resolve(alias).password()).isEqualTo(SECRET);
  }

  @Test
  void saysThatAnAliasHasNoActiveConnection() {
    String alias = alias("Lonely " + mark);
    connection(alias, "http://localhost:8081", "false");

    assertThatThrownBy(() -> connections.resolve(alias))
        .isInstanceOf(ConnectionProblem.class)
        .hasMessage(
            "Alias 'Lonely_%s' has no active connection: create or activate one.".formatted(mark));
    assertThatThrownBy(() -> connections.resolve(SysId.next()))
        .isInstanceOf(ConnectionProblem.class)
        .hasMessageContaining("No alias");
  }

  @Test
  void refusesASecondActiveConnectionOfAnAlias() {
    String alias = alias("Twice " + mark);
    connection(alias, "http://localhost:8081", "true");
    String second = connection(alias, "http://localhost:8082", "false");

    assertThatThrownBy(
            () -> records.update(ADMIN, "http_connection", second, Map.of("active", "true")))
        .isInstanceOf(RecordConflict.class)
        .hasMessageContaining("deactivate that one first");
    assertThatThrownBy(() -> connection(alias, "http://localhost:8083", "true"))
        .isInstanceOf(RecordConflict.class);
  }

  @Test
  void refusesAUrlThatCanNotWork() {
    String alias = alias("Wrong " + mark);

    assertThatThrownBy(() -> connection(alias, "https://me:hidden@vendor", "true"))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("must not carry a login")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void saysWhichCredentialCanNotBeReadWithThePresentKey() {
    String alias = alias("Rekeyed " + mark);
    String connection = connection(alias, "http://localhost:8081", "true");
    String credential = records.get(ADMIN, "http_connection", connection).get("credential");
    String foreign =
        new Vault("the key of last year", List.of())
            .seal("basic_auth_credentials/" + credential, SECRET);
    sql.update(DSL.table("process_sync.basic_auth_credentials"))
        .set(DSL.field("password", String.class), foreign)
        .where(DSL.field("sys_id").eq(credential))
        .execute();

    assertThatThrownBy(() -> connections.resolve(alias))
        .isInstanceOf(ConnectionProblem.class)
        .hasMessageContaining("'Credential " + mark + "'")
        .hasMessageContaining("another process-sync.encryption-key")
        .hasMessageNotContaining(SECRET);
  }

  @Test
  void doesNotStartWithoutTheKeyOfStoredCredentials() {
    credential();

    assertThatThrownBy(() -> credentials(null).afterSingletonsInstantiated())
        .isInstanceOf(EncryptionKeyProblem.class)
        .hasMessageContaining("process-sync.encryption-key is not set");
    assertThatThrownBy(() -> credentials("too short").afterSingletonsInstantiated())
        .isInstanceOf(EncryptionKeyProblem.class)
        .hasMessageContaining("at least 16 characters");
  }

  @Test
  void tellsWhoStartsAnInstanceWhichPropertyToSet() {
    EncryptionKeyProblem problem = new EncryptionKeyProblem("No key.");

    FailureAnalysis analysis =
        new EncryptionKeyAnalyzer().analyze(new IllegalStateException(problem), problem);

    assertThat(analysis.getDescription()).isEqualTo("No key.");
    assertThat(analysis.getAction()).contains("PROCESS_SYNC_ENCRYPTION_KEY");
  }

  private Credentials credentials(@Nullable String key) {
    return new Credentials(new Vault(key, List.of()), secrets, records);
  }

  private String alias(String name) {
    return records.insert(ADMIN, "sys_alias", Map.of("name", name)).sysId();
  }

  private String credential() {
    List<String> known =
        records
            .findBy(ADMIN, "basic_auth_credentials", Map.of("name", "Credential " + mark))
            .stream()
            .map(found -> found.sysId())
            .toList();
    return known.isEmpty()
        ? records
            .insert(
                ADMIN,
                "basic_auth_credentials",
                Map.of(
                    "name",
                    "Credential " + mark,
                    "user_name",
                    "rps.api.instance.a",
                    "password",
                    SECRET))
            .sysId()
        : known.get(0);
  }

  private String connection(String alias, String url, String active) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", "Vendor");
    values.put("credential", credential());
    values.put("connection_url", url);
    values.put("connection_alias", alias);
    values.put("active", active);
    return records.insert(ADMIN, "http_connection", values).sysId();
  }
}
