package dev.processsync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.processsync.Postgres;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.query.Query;
import dev.processsync.storage.PageRequest;
import dev.processsync.storage.RecordPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What must hold on either database. */
class StorageTest {

  private static final int THREADS = 8;
  private static final int EACH = 50;

  private static String postgres;
  private static final String H2 =
      "jdbc:h2:mem:"
          + UUID.randomUUID()
          + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";

  enum Database {
    H2,
    POSTGRESQL
  }

  @BeforeAll
  static void start() {
    postgres = Postgres.newDatabase();
  }

  @ParameterizedTest
  @EnumSource
  void numbersCountUpAndNeverRepeatHoweverManyAskAtOnce(Database database) throws Exception {
    try (ConfigurableApplicationContext context = open(database)) {
      Records records = context.getBean(Records.class);
      Callable<List<String>> fifty =
          () ->
              IntStream.range(0, EACH)
                  .mapToObj(i -> records.insert(Actor.system(), "incident", Map.of()))
                  .map(incident -> incident.get("number"))
                  .toList();
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<String> numbers = new ArrayList<>();
      try {
        for (Future<List<String>> done :
            threads.invokeAll(IntStream.range(0, THREADS).mapToObj(i -> fifty).toList())) {
          assertThat(done.get()).isSorted();
          numbers.addAll(done.get());
        }
      } finally {
        threads.shutdown();
      }

      assertThat(numbers).hasSize(THREADS * EACH).doesNotHaveDuplicates();
      assertThat(numbers).allMatch(number -> number.matches("INC00\\d{5}"));
    }
  }

  @Test
  void textsThatWereKeptInTheirRowsMoveOutOfThemAndStayTheSame() {
    String text = "ä".repeat(500_000);
    String id;
    try (ConfigurableApplicationContext context = open(Database.H2)) {
      Records records = context.getBean(Records.class);
      id =
          records
              .insert(
                  Actor.system(),
                  "sys_email",
                  Map.of("recipients", "a@b", "subject", "long", "body", text))
              .sysId();
      context
          .getBean(DSLContext.class)
          .execute("alter table process_sync.sys_email alter column body varchar(1000000)");
    }
    try (ConfigurableApplicationContext context = open(Database.H2)) {
      assertThat(
              context
                  .getBean(DSLContext.class)
                  .fetchValue(
                      "select data_type from information_schema.columns where table_name = 'sys_email' and column_name = 'body'"))
          .asString()
          .isEqualToIgnoringCase("CHARACTER LARGE OBJECT");
      assertThat(context.getBean(Records.class).get(Actor.system(), "sys_email", id).get("body"))
          .isEqualTo(text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void longTextsAreFoundSortedAndReadInPages(Database database) {
    try (ConfigurableApplicationContext context = open(database)) {
      Records records = context.getBean(Records.class);
      String subject = "long texts on " + database;
      for (int i = 0; i < 45; i++) {
        records.insert(
            Actor.system(),
            "sys_email",
            Map.of("recipients", "a@b", "subject", subject, "body", "Body " + (10 + i)));
      }
      Query query = Query.parse("subject=" + subject + "^bodyLIKEbODY^ORDERBYbody");
      List<String> bodies = new ArrayList<>();
      records.each(
          Actor.system(),
          "sys_email",
          query,
          Set.of("body"),
          part -> part.forEach(record -> bodies.add(record.get("body"))));
      assertThat(bodies).hasSize(45).isSorted();

      RecordPage page =
          records.page(
              Actor.system(), "sys_email", query, PageRequest.first(100), Set.of("sys_id", "body"));
      assertThat(page.records()).as("cut, because of its long texts").hasSizeBetween(1, 44);
      assertThat(page.next()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void changesOfOneRecordFollowOneAnother(Database database) throws Exception {
    try (ConfigurableApplicationContext context = open(database)) {
      Records records = context.getBean(Records.class);
      String id = records.insert(Actor.system(), "incident", Map.of()).sysId();
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      try {
        List<Callable<TableRecord>> changes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          String text = "change " + i;
          changes.add(
              () ->
                  records.update(
                      Actor.system(), "incident", id, Map.of("short_description", text)));
        }
        for (Future<TableRecord> done : threads.invokeAll(changes)) {
          done.get();
        }
      } finally {
        threads.shutdown();
      }

      assertThat(records.get(Actor.system(), "incident", id).get("sys_mod_count")).isEqualTo("40");
    }
  }

  @ParameterizedTest
  @EnumSource
  void storesListsAndDeletesAlike(Database database) {
    try (ConfigurableApplicationContext context = open(database)) {
      Records records = context.getBean(Records.class);
      Actor system = Actor.system();
      String ann =
          records.insert(system, "sys_user", Map.of("user_name", uuid(), "name", "Ann")).sysId();
      String label = uuid().substring(0, 10);
      Map<String, String> values =
          Map.of(
              "label", label,
              "height", "-3",
              "open", "true",
              "checked", "2024-02-29 23:59:59",
              "owner", ann);

      TableRecord stored = records.insert(system, "locker", values);

      assertThat(records.get(system, "locker", stored.sysId())).isEqualTo(stored);
      assertThat(stored.values()).containsAllEntriesOf(values);
      Query query = Query.parse("owner.name=ANN^label=" + label + "^ORDERBYDESCowner");
      assertThat(records.list(system, "locker", query, 0, 10)).containsExactly(stored);
      assertThat(records.count(system, "locker", query)).isEqualTo(1);
      assertThatExceptionOfType(RecordConflict.class)
          .isThrownBy(() -> records.insert(system, "locker", Map.of("label", label)))
          .withMessageStartingWith("Another locker has this label");
      assertThatExceptionOfType(RecordConflict.class)
          .isThrownBy(() -> records.delete(system, "sys_user", ann));
      records.delete(system, "locker", stored.sysId());
      records.delete(system, "sys_user", ann);
      assertThat(records.find(system, "sys_user", ann)).isEmpty();
    }
  }

  /** Such as an older version made, where a character was what the database took for one. */
  @ParameterizedTest
  @EnumSource
  void aColumnThatIsTooNarrowForItsFieldIsWidenedAtTheStart(Database database) {
    String emoji = "\uD83D\uDCBB".repeat(160);
    try (ConfigurableApplicationContext older = open(database)) {
      older
          .getBean(DSLContext.class)
          .execute(
              "alter table process_sync.change_request alter column short_description"
                  + " set data type varchar(160)");
    }
    try (ConfigurableApplicationContext context = open(database)) {
      TableRecord stored =
          context
              .getBean(Records.class)
              .insert(Actor.system(), "change_request", Map.of("short_description", emoji));

      assertThat(stored.get("short_description")).isEqualTo(emoji);
    }
  }

  /** A person who clicks Submit twice, or a program that repeats what it has no answer to. */
  @ParameterizedTest
  @EnumSource
  void ofAllThatChoseTheSameSysIdAtOnceOneIsStored(Database database) throws Exception {
    try (ConfigurableApplicationContext context = open(database)) {
      Records records = context.getBean(Records.class);
      Map<String, String> incident = Map.of("sys_id", uuid(), "short_description", "once");
      Callable<Boolean> submit =
          () -> {
            try {
              records.insert(Actor.system(), "incident", incident);
              return true;
            } catch (RecordConflict taken) {
              assertThat(taken.field()).isEqualTo("sys_id");
              return false;
            }
          };
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      int stored = 0;
      try {
        for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(THREADS, submit))) {
          stored += done.get() ? 1 : 0;
        }
      } finally {
        threads.shutdown();
      }

      assertThat(stored).isOne();
    }
  }

  /**
   * A node starts beside others that are writing: it must neither wait for them nor be waited for.
   */
  @Test
  void aSecondStartLocksNothing() {
    try (ConfigurableApplicationContext working = open(Database.POSTGRESQL)) {
      Records records = working.getBean(Records.class);
      new TransactionTemplate(working.getBean(PlatformTransactionManager.class))
          .executeWithoutResult(
              status -> {
                records.insert(Actor.system(), "incident", Map.of());
                assertTimeoutPreemptively(
                    Duration.ofSeconds(60), () -> open(Database.POSTGRESQL).close());
              });
    }
  }

  private static ConfigurableApplicationContext open(Database database) {
    return switch (database) {
      case H2 -> TestTables.start(H2, "sa");
      case POSTGRESQL -> TestTables.start(postgres, Postgres.USER);
    };
  }

  private static String uuid() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
