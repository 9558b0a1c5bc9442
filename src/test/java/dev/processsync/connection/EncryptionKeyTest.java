package dev.processsync.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.ProcessSyncApplication;
import dev.processsync.table.Actor;
import dev.processsync.table.InvalidRecord;
import dev.processsync.table.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private ConfigurableApplicationContext start(String... key) {
    List<String> settings = new ArrayList<>();
    settings.add("--server.port=0");
    settings.add("--spring.jmx.enabled=false");
    settings.add(
        "--spring.datasource.url=jdbc:h2:mem:"
            + database
            + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    for (String text : key) {
      settings.add("--process-sync.encryption-key=" + text);
    }
    return new SpringApplicationBuilder(ProcessSyncApplication.class)
        .run(settings.toArray(new String[0]));
  }
}
