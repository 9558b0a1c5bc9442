package dev.processsync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.processsync.Postgres;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.storage.Indexes;
import dev.processsync.storage.TableIndexes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** No two records of a table have the same number, whoever gave it. */
@ExtendWith(OutputCaptureExtension.class)
class NumbersTest {

  private static final Actor SYSTEM = Actor.system();

  enum Database {
    H2,
    POSTGRESQL
  }

  private static final Map<Database, String> URLS = new EnumMap<>(Database.class);
  private static final Map<Database, ConfigurableApplicationContext> OPEN =
      new EnumMap<>(Database.class);

  @BeforeAll
  static void start() {
    URLS.put(
        Database.H2,
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    URLS.put(Database.POSTGRESQL, Postgres.newDatabase());
    Arrays.stream(Database.values()).forEach(database -> OPEN.put(database, open(database)));
  }

  @AfterAll
  static void stop() {
    OPEN.values().forEach(ConfigurableApplicationContext::close);
  }

  @ParameterizedTest
  @EnumSource
  void theCounterPassesOverNumbersThatWereGivenByHand(Database database) {
    long next = number(insert(database, "problem", Map.of())) + 1;
    List<String> given =
        IntStream.range(0, 25).mapToObj(i -> "PRB00%05d".formatted(next + i)).toList();
    given.forEach(number -> insert(database, "problem", Map.of("number", number)));

    assertThat(number(insert(database, "problem", Map.of()))).isGreaterThanOrEqualTo(next + 25);
  }

  @ParameterizedTest
  @EnumSource
  void soItDoesWithinOneTransaction(Database database) {
    List<String> numbers = new ArrayList<>();
    new TransactionTemplate(instance(database).getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            status -> {
              for (int i = 0; i < 3; i++) {
                TableRecord drawn = insert(database, "change_request", Map.of());
                String given = "CHG00%05d".formatted(number(drawn) + 1);
                numbers.add(drawn.get("number"));
                numbers.add(
                    insert(database, "change_request", Map.of("number", given)).get("number"));
              }
              numbers.add(insert(database, "change_request", Map.of()).get("number"));
            });

    assertThat(numbers).hasSize(7).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void aBlankNumberMeansThatOneIsDrawnOrStays(Database database) {
    TableRecord first = insert(database, "incident", Map.of("number", " "));
    TableRecord second = insert(database, "incident", Map.of("number", ""));

    assertThat(first.get("number")).matches("INC\\d{7}").isNotEqualTo(second.get("number"));
    assertThat(second.get("number")).matches("INC\\d{7}");
    for (String blank : List.of("", " ", "\t")) {
      assertThat(update(database, first, Map.of("number", blank, "category", "hardware")))
          .isEqualTo(first.get("number"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNumberThatARecordHasIsRefusedAndThatRecordIsNamed(Database database) {
    TableRecord holder = insert(database, "incident", Map.of("number", " EXT-1 "));
    TableRecord other = insert(database, "incident", Map.of());

    assertThat(holder.get("number")).isEqualTo("EXT-1");
    for (String given : List.of("EXT-1", " EXT-1")) {
      assertThatExceptionOfType(RecordConflict.class)
          .isThrownBy(() -> insert(database, "incident", Map.of("number", given)))
          .withMessageContaining("'EXT-1' belongs to another record")
          .withMessageContaining(holder.sysId())
          .satisfies(refused -> assertThat(refused.field()).isEqualTo("number"));
      assertThatExceptionOfType(RecordConflict.class)
          .isThrownBy(() -> update(database, other, Map.of("number", given)))
          .withMessageContaining(holder.sysId());
    }
    assertThat(update(database, holder, Map.of("number", "EXT-1", "category", "hardware")))
        .isEqualTo("EXT-1");
  }

  @ParameterizedTest
  @EnumSource
  void whoDrawsWhileOthersGiveNeverFails(Database database) throws Exception {
    long next = number(insert(database, "sc_req_item", Map.of())) + 1;
    List<Callable<String>> work = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String given = "RITM00%05d".formatted(next + i);
      work.add(() -> insert(database, "sc_req_item", Map.of()).get("number"));
      work.add(
          () -> {
            try {
              return insert(database, "sc_req_item", Map.of("number", given)).get("number");
            } catch (RecordConflict taken) {
              assertThat(taken.field()).isEqualTo("number");
              return "";
            }
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(6);
    List<String> numbers = new ArrayList<>();
    try {
      for (Future<String> done : threads.invokeAll(work)) {
        numbers.add(done.get());
      }
    } finally {
      threads.shutdown();
    }

    numbers.removeIf(String::isEmpty);
    assertThat(numbers).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void numbersThatWereGivenTwiceBeforeDontStopTheStart(Database database, CapturedOutput output) {
    DSLContext sql = instance(database).getBean(DSLContext.class);
    TableRecord first = insert(database, "locker", Map.of("label", "one", "number", "LOC-A"));
    TableRecord second = insert(database, "locker", Map.of("label", "two", "number", "LOC-B"));
    TableRecord third = insert(database, "locker", Map.of("label", "three"));
    Table locker = instance(database).getBean(Dictionary.class).require("locker");
    String index = TableIndexes.numberName(locker, Objects.requireNonNull(locker.numbering()));
    sql.execute("drop index process_sync." + index);
    set(sql, second, "LOC-A");
    set(sql, third, " ");

    try (ConfigurableApplicationContext restarted = open(database)) {
      assertThat(output).contains("several records have the same number, LOC-A");
      Records records = restarted.getBean(Records.class);
      assertThat(records.get(SYSTEM, "locker", third.sysId()).get("number")).isEmpty();
      assertThatExceptionOfType(RecordConflict.class)
          .isThrownBy(
              () -> records.insert(SYSTEM, "locker", Map.of("label", "four", "number", "LOC-A")));
      String next = "LOC%04d".formatted(number(third) + 1);
      records.insert(SYSTEM, "locker", Map.of("label", "five", "number", next));
      assertThat(records.insert(SYSTEM, "locker", Map.of("label", "six")).get("number"))
          .isNotEqualTo(next);
      records.update(SYSTEM, "locker", first.sysId(), Map.of("number", "LOC-C"));
    }
    open(database).close();
    assertThat(Indexes.existing(sql).has(index)).isTrue();
  }

  private static void set(DSLContext sql, TableRecord record, String number) {
    sql.execute(
        "update process_sync.locker set number = ? where sys_id = ?", number, record.sysId());
  }

  private static ConfigurableApplicationContext instance(Database database) {
    return Objects.requireNonNull(OPEN.get(database));
  }

  private static TableRecord insert(Database database, String table, Map<String, String> values) {
    return instance(database).getBean(Records.class).insert(SYSTEM, table, values);
  }

  private static String update(Database database, TableRecord record, Map<String, String> values) {
    return instance(database)
        .getBean(Records.class)
        .update(SYSTEM, record.table(), record.sysId(), values)
        .get("number");
  }

  private static long number(TableRecord record) {
    return Long.parseLong(record.get("number").replaceAll("\\D", ""));
  }

  private static ConfigurableApplicationContext open(Database database) {
    return TestTables.start(
        Objects.requireNonNull(URLS.get(database)), database == Database.H2 ? "sa" : "postgres");
  }
}
