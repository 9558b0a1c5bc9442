package dev.processsync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A turn writes its records together, and nobody in it can tell. */
class TurnRecordsTest {

  private static final Actor SYSTEM = Actor.system();
  private static ConfigurableApplicationContext context;
  private static Records records;
  private static TurnRecords turn;
  private static TransactionTemplate transaction;

  @BeforeAll
  static void start() {
    context = TestTables.start();
    records = context.getBean(Records.class);
    turn = context.getBean(TurnRecords.class);
    transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @BeforeEach
  void noLockers() {
    context.getBean(DSLContext.class).execute("delete from process_sync.locker");
  }

  @Test
  void whatItWroteIsThereAfterItsCommit() {
    TableRecord old = locker("old");
    List<String> numbers = new ArrayList<>();

    inATurn(
        Map.of("locker", Set.of(old.sysId())),
        () -> {
          numbers.add(locker("a").get("number"));
          numbers.add(locker("b").get("number"));
          numbers.add(locker("c").get("number"));
          change(old, "height", "12");
        });

    assertThat(records.list(SYSTEM, "locker", Query.parse("ORDERBYlabel"), 0, 9))
        .extracting(locker -> locker.get("label"))
        .containsExactly("a", "b", "c", "old");
    assertThat(records.get(SYSTEM, "locker", old.sysId()).get("height")).isEqualTo("12");
    assertThat(numbers).doesNotHaveDuplicates().doesNotContain(old.get("number")).isSorted();
  }

  @Test
  void whatItWroteIsFoundByItsOwnQuestions() {
    inATurn(
        Map.of(),
        () -> {
          TableRecord made = locker("made");
          assertThat(records.get(SYSTEM, "locker", made.sysId())).isEqualTo(made);
          locker("other");
          assertThat(records.count(SYSTEM, "locker", Query.equal("label", "other"))).isOne();
          assertThat(records.findBy(SYSTEM, "locker", Map.of("label", "made")))
              .containsExactly(made);
        });
  }

  @Test
  void changesOfARecordAfterOneAnotherAllCount() {
    TableRecord locker = locker("many");

    inATurn(
        Map.of("locker", Set.of(locker.sysId())),
        () -> {
          change(locker, "height", "1");
          change(locker, "colour", "red");
          TableRecord last = change(locker, "height", "2");
          assertThat(last.get("colour")).isEqualTo("red");
        });

    TableRecord after = records.get(SYSTEM, "locker", locker.sysId());
    assertThat(after.get("height")).isEqualTo("2");
    assertThat(after.get("colour")).isEqualTo("red");
    assertThat(after.get("sys_mod_count")).isEqualTo("3");
  }

  @Test
  void aRecordThatItDeletesIsGoneAndOneThatReferredToItIsSeenAsItIs() {
    TableRecord gone = locker("gone");
    TableRecord beside =
        records.insert(SYSTEM, "locker", Map.of("label", "b", "neighbour", gone.sysId()));

    inATurn(
        Map.of("locker", Set.of(gone.sysId(), beside.sysId())),
        () -> {
          change(gone, "height", "1");
          records.delete(SYSTEM, "locker", gone.sysId());
          assertThat(change(beside, "height", "2").get("neighbour")).isEmpty();
        });

    assertThat(records.find(SYSTEM, "locker", gone.sysId())).isEmpty();
    assertThat(records.get(SYSTEM, "locker", beside.sysId()).get("neighbour")).isEmpty();
  }

  @Test
  void aConflictUndoesAllOfIt() {
    TableRecord taken = locker("taken");

    assertThatThrownBy(
            () ->
                inATurn(
                    Map.of(),
                    () -> {
                      locker("first");
                      records.insert(
                          SYSTEM, "locker", Map.of("label", "second", "number", "LOC9999"));
                      context
                          .getBean(DSLContext.class)
                          .execute(
                              "update process_sync.locker set number = 'LOC9999' where sys_id = ?",
                              taken.sysId());
                    }))
        .isInstanceOf(DuplicateKeyException.class);

    assertThat(records.count(SYSTEM, "locker", Query.parse(""))).isOne();
  }

  private static void inATurn(Map<String, Set<String>> changed, Runnable flows) {
    transaction.executeWithoutResult(
        status -> {
          turn.foresee(changed);
          flows.run();
        });
  }

  private static TableRecord locker(String label) {
    return records.insert(SYSTEM, "locker", Map.of("label", label));
  }

  private static TableRecord change(TableRecord locker, String field, String value) {
    return records.update(SYSTEM, "locker", locker.sysId(), Map.of(field, value));
  }
}
