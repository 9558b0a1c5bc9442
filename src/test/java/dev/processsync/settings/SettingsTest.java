package dev.processsync.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.MovableClock;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import dev.processsync.record.Records;
import dev.processsync.support.CommittedMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** When a changed property counts. */
@ApplicationModuleTest(
    mode = BootstrapMode.STANDALONE,
    extraIncludes = {
      "change",
      "database",
      "dictionary",
      "problem",
      "query",
      "record",
      "storage",
      "support"
    })
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:settings;DB_CLOSE_DELAY=-1;"
          + "DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
      "process-sync.outbound.connection-tries=4"
    })
class SettingsTest {

  private static final String BATCH_SIZE = "process_sync.queue.batch_size";

  @TestConfiguration
  static class Given {
    @Bean
    @Primary
    MovableClock movableClock() {
      return new MovableClock(Instant.parse("2024-02-01T12:00:00Z"));
    }

    @Bean
    CurrentActor currentActor() {
      return Actor::system;
    }
  }

  @Autowired private Settings settings;
  @Autowired private FirstProperties firstProperties;
  @Autowired private Records records;
  @Autowired private TransactionTemplate transaction;
  @Autowired private DSLContext sql;
  @Autowired private MovableClock clock;

  @AfterEach
  void asByDefault() {
    set("50");
  }

  @Test
  void areTheDefaultsAndWhatWasGivenAtTheFirstStart() {
    Retry asTheReferenceSays = new Retry(3, Duration.ofSeconds(60));
    PurgeAges ages = new PurgeAges(7, 7, 30, 30);
    assertThat(settings.current())
        .isEqualTo(
            new DeliverySettings(
                asTheReferenceSays,
                asTheReferenceSays,
                new Retry(4, Duration.ofSeconds(60)),
                Duration.ofSeconds(30),
                50,
                true,
                false,
                100,
                5,
                new ReceiptSettings(Duration.ofSeconds(1), Duration.ofHours(1)),
                new PurgeSettings(ages, ages, 10_000, 2)));
  }

  @Test
  void countAtOnceOnThisNode() {
    set("51");

    assertThat(settings.current().batchSize()).isEqualTo(51);
  }

  @Test
  void countWhenTheyAreCommittedAndNotBefore() {
    transaction.executeWithoutResult(
        status -> {
          set("52");
          assertThat(settings.current().batchSize()).isEqualTo(50);
        });

    assertThat(settings.current().batchSize()).isEqualTo(52);
  }

  @Test
  void staysAsItWasIfTheChangeIsRolledBack() {
    transaction.executeWithoutResult(
        status -> {
          set("53");
          status.setRollbackOnly();
        });
    clock.advance(CommittedMemory.REFRESH);

    assertThat(settings.current().batchSize()).isEqualTo(50);
  }

  @Test
  void hearsOfAnotherNodesChangeWithinTwoSeconds() {
    set("50");
    assertThat(settings.current().batchSize()).isEqualTo(50);
    behindOurBack("54");
    assertThat(settings.current().batchSize()).isEqualTo(50);

    clock.advance(Duration.ofSeconds(2));

    assertThat(settings.current().batchSize()).isEqualTo(54);
  }

  @Test
  void isTheDefaultWhereTheTableHoldsWhatCanNotBe() {
    behindOurBack("many");
    clock.advance(Duration.ofSeconds(2));

    assertThat(settings.current().batchSize()).isEqualTo(50);
  }

  @Test
  void surviveTheNextStart() {
    set("55");

    firstProperties.afterSingletonsInstantiated();

    assertThat(records.findBy(Actor.system(), "sys_properties", Map.of("name", BATCH_SIZE)))
        .extracting(row -> row.get("value"))
        .containsExactly("55");
  }

  private void set(String batchSize) {
    TableRecord row =
        records.findBy(Actor.system(), "sys_properties", Map.of("name", BATCH_SIZE)).get(0);
    records.update(Actor.system(), "sys_properties", row.sysId(), Map.of("value", batchSize));
  }

  private void behindOurBack(String batchSize) {
    sql.execute(
        "update process_sync.sys_properties set \"value\" = ? where name = ?",
        batchSize,
        BATCH_SIZE);
  }
}
