package dev.processsync.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.ProcessSyncApplication;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A new instance starts with nothing but a port and a database. */
@ExtendWith(OutputCaptureExtension.class)
class EncryptionKeyTest {

  private static final Pattern FIRST_PASSWORD =
      Pattern.compile("user admin has the password (\\S+) \\(shown only now\\)");
  private static final Map<String, String> CREDENTIAL =
      Map.of("name", "Vendor", "user_name", "rps.api", "password", "a s3cret");

  private final String database = UUID.randomUUID().toString();

  @Test
  void startsWithoutAKeyAsLongAsThereIsNothingToProtect(CapturedOutput output) {
    try (ConfigurableApplicationContext instance = start()) {
      Records records = instance.getBean(Records.class);

      assertThatThrownBy(() -> records.insert(Actor.system(), "basic_auth_credentials", CREDENTIAL))
          .isInstanceOf(InvalidRecord.class)
          .hasMessageContaining("has no process-sync.encryption-key")
          .hasMessageNotContaining("a s3cret");
      assertThat(records.findBy(Actor.system(), "basic_auth_credentials", Map.of())).isEmpty();
    }
    Matcher password = FIRST_PASSWORD.matcher(output.getAll());
    assertThat(password.find()).isTrue();
    assertThat(password.group(1)).hasSize(20);

    try (ConfigurableApplicationContext again = start("a key that is long enough")) {
      again.getBean(Records.class).insert(Actor.system(), "basic_auth_credentials", CREDENTIAL);
    }
    assertThat(output.getAll().split("shown only now", -1)).hasSize(2);
    assertThat(output.getAll()).doesNotContain("a s3cret");
  }

  @Test
  void encryptsStoredPasswordsAnewWhenTheKeyIsChanged(CapturedOutput output) {
    String sysId;
    try (ConfigurableApplicationContext instance = start("a key that is long enough")) {
      Records records = instance.getBean(Records.class);
      sysId = records.insert(Actor.system(), "basic_auth_credentials", CREDENTIAL).sysId();
    }

    try (ConfigurableApplicationContext both =
        startWith(
            "--process-sync.encryption-key=the next key, long enough",
            "--process-sync.further-encryption-keys[0]=a key that is long enough")) {
      assertThat(both.getBean(Credentials.class).password(sysId)).isEqualTo("a s3cret");
    }

    try (ConfigurableApplicationContext next = start("the next key, long enough")) {
      assertThat(next.getBean(Credentials.class).password(sysId)).isEqualTo("a s3cret");
      assertThat(next.getBean(Records.class).get(Actor.system(), "basic_auth_credentials", sysId))
          .as("the record has not changed")
          .extracting(record -> record.get("sys_mod_count"))
          .isEqualTo("0");
    }
    try (ConfigurableApplicationContext former = start("a key that is long enough")) {
      assertThatThrownBy(() -> former.getBean(Credentials.class).password(sysId))
          .isInstanceOf(EncryptionKeyProblem.class);
    }
    assertThat(output).contains("Enter it again, or add its key");
    assertThat(output.getAll()).doesNotContain("a s3cret", "long enough");
  }

  private ConfigurableApplicationContext start(String... key) {
    return startWith(
        Stream.of(key).map(text -> "--process-sync.encryption-key=" + text).toArray(String[]::new));
  }

  private ConfigurableApplicationContext startWith(String... keys) {
    List<String> settings = new ArrayList<>();
    settings.add("--server.port=0");
    settings.add("--spring.jmx.enabled=false");
    settings.add(
        "--spring.datasource.url=jdbc:h2:mem:"
            + database
            + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    settings.addAll(List.of(keys));
    return new SpringApplicationBuilder(ProcessSyncApplication.class)
        .run(settings.toArray(new String[0]));
  }
}
