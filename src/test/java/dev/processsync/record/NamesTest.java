package dev.processsync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.query.Query;
import dev.processsync.record.References.Resolved;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** One rule for names, wherever they are compared: case and blanks around them don't matter. */
class NamesTest {

  private static final Actor SYSTEM = Actor.system();
  private static ConfigurableApplicationContext context;
  private static Records records;
  private static References references;

  @BeforeAll
  static void start() {
    context = TestTables.start();
    records = context.getBean(Records.class);
    references = context.getBean(References.class);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @BeforeEach
  void noLockers() {
    context.getBean(DSLContext.class).execute("delete from process_sync.locker");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Blue", "blue", "BLUE", " Blue", "blue  "})
  void isTakenFoundAndAskedForAlike(String spelled) {
    TableRecord blue = locker("Blue");

    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(() -> locker(spelled))
        .withMessageStartingWith("Another locker has this label");
    assertThat(references.resolve("locker", spelled)).isEqualTo(new Resolved.Found(blue.sysId()));
    TableRecord beside =
        records.insert(SYSTEM, "locker", Map.of("label", "b", "neighbour", spelled));
    assertThat(beside.get("neighbour")).isEqualTo(blue.sysId());
    assertThat(records.list(SYSTEM, "locker", Query.equal("label", spelled), 0, 9))
        .containsExactly(blue);
    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(
            () -> records.update(SYSTEM, "locker", beside.sysId(), Map.of("label", spelled)));
  }

  @Test
  void itsOwnRecordMaySpellItDifferently() {
    TableRecord blue = locker("Blue");

    assertThat(records.update(SYSTEM, "locker", blue.sysId(), Map.of("label", "BLUE")).get("label"))
        .isEqualTo("BLUE");
  }

  @Test
  void ofRecordsThatWereCalledAlikeBeforeTheOneThatIsWrittenExactlySoIsMeant() {
    TableRecord upper = locker("RED");
    TableRecord lower = locker("other");
    context
        .getBean(DSLContext.class)
        .execute("update process_sync.locker set label = 'red' where sys_id = ?", lower.sysId());

    assertThat(references.resolve("locker", "red")).isEqualTo(new Resolved.Found(lower.sysId()));
    assertThat(references.resolve("locker", "RED")).isEqualTo(new Resolved.Found(upper.sysId()));
    assertThat(references.resolve("locker", "Red"))
        .isInstanceOfSatisfying(
            Resolved.Ambiguous.class,
            ambiguous ->
                assertThat(ambiguous.meant())
                    .containsExactlyInAnyOrder(
                        new Resolved.Named("RED", upper.sysId()),
                        new Resolved.Named("red", lower.sysId())));
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(
            () -> records.insert(SYSTEM, "locker", Map.of("label", "x", "neighbour", "Red")))
        .withMessageContainingAll("'RED' (" + upper.sysId(), "'red' (" + lower.sysId());
    assertThat(records.update(SYSTEM, "locker", lower.sysId(), Map.of("height", "2")).get("label"))
        .isEqualTo("red");
  }

  @Test
  void whatNobodyIsCalledIsUnknown() {
    locker("Blue");

    for (String name : List.of("Blu", "Blue-ish", "a text that is longer than a label can be")) {
      assertThat(references.resolve("locker", name)).isEqualTo(new Resolved.Unknown());
    }
  }

  private static TableRecord locker(String label) {
    return records.insert(SYSTEM, "locker", Map.of("label", label));
  }
}
