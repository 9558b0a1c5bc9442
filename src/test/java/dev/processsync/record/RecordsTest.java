package dev.processsync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.AccessDenied;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.NoSuchField;
import dev.processsync.problem.NoSuchRecord;
import dev.processsync.problem.NoSuchTable;
import dev.processsync.problem.RecordConflict;
import dev.processsync.problem.StaleRecord;
import dev.processsync.query.Query;
import dev.processsync.testing.slice.TableSlice;
import dev.processsync.testing.slice.TableSlice.Heard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class RecordsTest {

  private static final Actor CARETAKER = actor("bo", "caretaker");
  private static final Actor VISITOR = actor("vi", "visitor");

  private static ConfigurableApplicationContext context;
  private static Records records;
  private static Heard heard;

  @BeforeAll
  static void start() {
    context = TestTables.start();
    records = context.getBean(Records.class);
    heard = context.getBean(Heard.class);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @BeforeEach
  void emptyLockers() {
    heard.fail(false);
    for (String table : List.of("locker_item", "locker", "sys_user")) {
      for (TableRecord record : all(table)) {
        records.delete(Actor.system(), table, record.sysId());
      }
    }
    heard.forget();
  }

  @Test
  void givesANewRecordItsDefaultsItsNumberAndItsMaker() {
    TableRecord locker = locker("A1");

    assertThat(locker.sysId()).matches("[0-9a-f]{32}");
    assertThat(locker.get("number")).matches("LOC\\d{4}");
    assertThat(locker.values())
        .containsEntry("colour", "grey")
        .containsEntry("open", "false")
        .containsEntry("sys_class_name", "locker")
        .containsEntry("sys_created_by", "bo")
        .containsEntry("sys_created_on", TableSlice.NOW)
        .containsEntry("sys_updated_by", "bo")
        .containsEntry("sys_updated_on", TableSlice.NOW)
        .containsEntry("sys_mod_count", "0");
    assertThat(records.get(VISITOR, "locker", locker.sysId())).isEqualTo(locker);
  }

  @Test
  void anEmptyValueTakesTheDefaultsPlace() {
    TableRecord locker = records.insert(CARETAKER, "locker", Map.of("label", "A1", "colour", ""));

    assertThat(locker.get("colour")).isEmpty();
  }

  @Test
  void refusesARecordWithoutAMandatoryValue() {
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> records.insert(CARETAKER, "locker", Map.of("height", "3")))
        .withMessage("Label (locker.label) is mandatory: give it a value.")
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("label"));
    TableRecord locker = locker("A1");
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> change(locker, Map.of("label", " ")));
  }

  @Test
  void onlyTheSystemSetsAReadOnlyField() {
    TableRecord locker = locker("A1");

    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> change(locker, Map.of("seal", "wax")))
        .withMessage("Seal (locker.seal) is read-only: leave it out.");
    assertThat(records.update(Actor.system(), "locker", locker.sysId(), Map.of("seal", "wax")))
        .extracting(locked -> locked.get("seal"))
        .isEqualTo("wax");
    assertThat(change(locker, Map.of("seal", "wax", "height", "2")).get("height"))
        .as("who sends back what is there changes nothing read-only")
        .isEqualTo("2");
  }

  @Test
  void refusesAnUnknownFieldNamingThoseThatExist() {
    assertThatExceptionOfType(NoSuchField.class)
        .isThrownBy(() -> records.insert(CARETAKER, "locker", Map.of("label", "A1", "wide", "1")))
        .withMessageContaining("Locker [locker] has no field 'wide'")
        .withMessageContaining("height");
  }

  @Test
  void theSystemsOwnFieldsStayAsTheyAreWhateverTheCallerSends() {
    TableRecord locker = locker("A1");

    TableRecord changed =
        change(locker, Map.of("height", "2", "sys_created_by", "me", "sys_mod_count", "99"));

    assertThat(changed.get("sys_created_by")).isEqualTo("bo");
    assertThat(changed.get("sys_mod_count")).isEqualTo("1");
  }

  @Test
  void refusesValuesThatTheFieldCanNotHold() {
    assertRefused("height", "tall", "must be a whole number");
    assertRefused("open", "perhaps", "must be true or false");
    assertRefused("checked", "2024-02-30 10:00:00", "must be a date and time");
    assertRefused("checked", "+123456789-01-01T00:00:00Z", "must be a date and time");
    assertRefused("colour", "blue", "must be one of grey, red");
    assertRefused("label", "12345678901", "takes at most 10 characters; this value has 11");
    assertRefused("label", "a\0b", "which can't be stored");
    assertRefused("label", "a\ud83d", "which can't be stored");
  }

  @Test
  void bringsValuesIntoTheFormOfTheWire() {
    TableRecord locker =
        records.insert(
            CARETAKER,
            "locker",
            Map.of(
                "label",
                "A😀",
                "height",
                " 007 ",
                "open",
                "1",
                "checked",
                "2024-05-17T12:00:00.9+02:00"));

    assertThat(records.get(CARETAKER, "locker", locker.sysId()).values())
        .containsEntry("label", "A😀")
        .containsEntry("height", "7")
        .containsEntry("open", "true")
        .containsEntry("checked", "2024-05-17 10:00:00");
  }

  @Test
  void takesAReferenceByIdOrByDisplayValue() {
    TableRecord first = locker("A1");
    TableRecord second = locker("A2");

    assertThat(change(first, Map.of("neighbour", "A2")).get("neighbour")).isEqualTo(second.sysId());
    assertThat(change(second, Map.of("neighbour", first.sysId())).get("neighbour"))
        .isEqualTo(first.sysId());
  }

  @Test
  void refusesAReferenceThatMeansNothingOrMoreThanOne() {
    user("ann.1", "Ann");
    user("ann.2", "Ann");

    assertRefused("neighbour", "Z9", "no record of locker has this sys_id or label");
    assertRefused("neighbour", "a label that nobody can have", "no record of locker");
    assertRefused("owner", "Ann", "several records of sys_user are called so, 'Ann' (");
  }

  @Test
  void refusesASecondRecordWithAUniqueValue() {
    locker("A1");
    TableRecord other = locker("A2");

    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(() -> locker("A1"))
        .withMessage("Another locker has this label: choose a different one.")
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("label"));
    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(() -> change(other, Map.of("label", "A1")));
    assertThat(all("locker")).hasSize(2);
  }

  @Test
  void keepsTheSysIdThatItsMakerChoseAndNeverChangesIt() {
    String sysId = "0123456789abcdef0123456789abcdef";
    TableRecord locker =
        records.insert(CARETAKER, "locker", Map.of("label", "A1", "sys_id", sysId));

    assertThat(locker.sysId()).isEqualTo(sysId);
    assertThat(change(locker, Map.of("sys_id", "f".repeat(32), "height", "1")).sysId())
        .isEqualTo(sysId);
    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(
            () -> records.insert(CARETAKER, "locker", Map.of("label", "A2", "sys_id", sysId)))
        .withMessage("A record of Locker [locker] with this sys_id exists already.")
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("sys_id"));
    assertThat(all("locker")).extracting(found -> found.get("label")).containsExactly("A1");
  }

  @Test
  void aChangeThatChangesNothingIsNeitherWrittenNorTold() {
    TableRecord locker = locker("A1");
    heard.forget();

    TableRecord after = change(locker, Map.of("label", "A1", "open", "0", "height", ""));

    assertThat(after).isEqualTo(locker);
    assertThat(heard.changes()).isEmpty();
  }

  @Test
  void tellsWhatChangedFromWhatToWhatAndOnWhoseBehalf() {
    TableRecord locker = locker("A1");
    Actor remote =
        CARETAKER.onBehalfOf(new RemoteEvent("0123456789abcdef0123456789abcdef", Origin.HERE));
    TableRecord after =
        records.update(remote, "locker", locker.sysId(), Map.of("height", "2", "colour", "grey"));
    records.delete(Actor.system(), "locker", locker.sysId());

    assertThat(heard.changes())
        .extracting(RecordChanged::operation)
        .containsExactly(Operation.CREATE, Operation.UPDATE, Operation.DELETE);
    RecordChanged created = heard.changes().get(0);
    assertThat(created.before()).isNull();
    assertThat(created.after()).isEqualTo(locker);
    RecordChanged updated = heard.changes().get(1);
    assertThat(updated.before()).isEqualTo(locker);
    assertThat(updated.after()).isEqualTo(after);
    assertThat(updated.changed()).contains("height").doesNotContain("colour", "label");
    assertThat(updated.event().map(RemoteEvent::remoteSystem))
        .contains("0123456789abcdef0123456789abcdef");
    RecordChanged deleted = heard.changes().get(2);
    assertThat(deleted.after()).isNull();
    assertThat(deleted.record()).isEqualTo(after);
  }

  @Test
  void aListenerThatFailsUndoesTheChange() {
    heard.fail(true);

    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> locker("A1"));

    heard.fail(false);
    assertThat(all("locker")).isEmpty();
  }

  @Test
  void neverShowsAPassword() {
    TableRecord locker =
        records.insert(CARETAKER, "locker", Map.of("label", "A", "code", "open sesame"));

    assertThat(locker.values()).doesNotContainKey("code");
    assertThat(records.get(CARETAKER, "locker", locker.sysId()).values()).doesNotContainKey("code");
    assertThat(heard.changes().toString()).doesNotContain("open sesame");
  }

  @Test
  void keepsARecordThatOthersNeed() {
    TableRecord owner = user("ann", "Ann");
    records.insert(CARETAKER, "locker", Map.of("label", "A1", "owner", owner.sysId()));

    assertThatExceptionOfType(RecordConflict.class)
        .isThrownBy(() -> records.delete(Actor.system(), "sys_user", owner.sysId()))
        .withMessage(
            "User 'Ann' is in use: 1 of Locker [locker] refer to it by Owner ('A1'). Delete or change those first.");
  }

  @Test
  void emptiesOrDeletesWhatCanDoWithoutTheDeletedRecord() {
    TableRecord first = locker("A1");
    TableRecord second = locker("A2");
    change(second, Map.of("neighbour", first.sysId()));
    records.insert(CARETAKER, "locker_item", Map.of("name", "hat", "locker", "A1"));
    records.insert(CARETAKER, "locker_item", Map.of("name", "coat", "locker", "A2"));

    records.delete(actor("root", "admin"), "locker", first.sysId());

    assertThat(records.get(CARETAKER, "locker", second.sysId()).get("neighbour")).isEmpty();
    assertThat(all("locker_item")).extracting(item -> item.get("name")).containsExactly("coat");
    assertThat(heard.changes())
        .filteredOn(change -> change.operation() == Operation.DELETE)
        .extracting(change -> change.table() + " by " + change.actor().userName())
        .containsExactly("locker_item by root", "locker by root");
  }

  @Test
  void aVersionThatIsNoLongerTheLatestCanNotBeChanged() {
    TableRecord locker = locker("A1");
    records.updateVersion(CARETAKER, "locker", locker.sysId(), Map.of("height", "1"), 0);

    assertThatExceptionOfType(StaleRecord.class)
        .isThrownBy(
            () ->
                records.updateVersion(
                    CARETAKER, "locker", locker.sysId(), Map.of("height", "2"), 0))
        .withMessage(
            "Locker 'A1' was changed meanwhile, by 'bo' at 2024-05-17 10:30:00 UTC: it is at version 1, your change was made on version 0. Read it again and repeat your change.");
    assertThat(records.get(CARETAKER, "locker", locker.sysId()).get("height")).isEqualTo("1");
  }

  @Test
  void everyOperationTakesARoleOfTheTable() {
    TableRecord locker = locker("A1");
    String id = locker.sysId();
    Actor stranger = actor("st");

    assertDenied(() -> records.get(stranger, "locker", id), "read");
    assertDenied(() -> records.findBy(stranger, "locker", Map.of()), "read");
    assertDenied(() -> records.findAll(stranger, "locker", Set.of(id)), "read");
    assertDenied(() -> records.list(stranger, "locker", Query.EVERYTHING, 0, 1), "read");
    assertDenied(() -> records.count(stranger, "locker", Query.EVERYTHING), "read");
    assertDenied(() -> records.lock(stranger, "locker", id), "read");
    assertDenied(() -> records.insert(VISITOR, "locker", Map.of("label", "A2")), "create");
    assertDenied(() -> records.update(VISITOR, "locker", id, Map.of("height", "2")), "write");
    assertDenied(
        () -> records.updateVersion(VISITOR, "locker", id, Map.of("height", "2"), 0), "write");
    assertDenied(() -> records.delete(CARETAKER, "locker", id), "delete");
    assertThat(records.get(VISITOR, "locker", id)).isEqualTo(locker);
  }

  @Test
  void noDotWalkLeadsIntoATableThatTheActorMayNotRead() {
    String[] queries = {
      "owner.user_name=ann",
      "ORDERBYowner.user_name",
      "labelSAMEASowner.user_name",
      "height=1^NQowner.active=true"
    };
    for (String query : queries) {
      assertDenied(() -> records.list(CARETAKER, "locker", Query.parse(query), 0, 10), "read User");
    }
    assertThat(records.list(CARETAKER, "locker", Query.parse("ORDERBYowner"), 0, 10)).isEmpty();
  }

  @Test
  void listsInOrderPageByPage() {
    for (String label : List.of("C", "A", "D", "B")) {
      locker(label);
    }
    Query byLabel = Query.parse("label!=D^ORDERBYlabel");

    assertThat(records.count(VISITOR, "locker", byLabel)).isEqualTo(3);
    assertThat(records.list(VISITOR, "locker", byLabel, 1, 2))
        .extracting(locker -> locker.get("label"))
        .containsExactly("B", "C");
    assertThat(records.list(VISITOR, "locker", byLabel, 0, 1, Set.of("label", "code")))
        .extracting(TableRecord::values)
        .containsExactly(Map.of("label", "A"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String nobody = "0".repeat(32);

    assertThat(records.find(CARETAKER, "locker", "no id at all")).isEmpty();
    assertThatExceptionOfType(NoSuchRecord.class)
        .isThrownBy(() -> records.get(CARETAKER, "locker", nobody));
    assertThatExceptionOfType(NoSuchRecord.class)
        .isThrownBy(() -> records.update(CARETAKER, "locker", nobody, Map.of()));
    assertThatExceptionOfType(NoSuchTable.class)
        .isThrownBy(() -> records.get(CARETAKER, "cupboard", nobody))
        .withMessageContaining("Invalid table 'cupboard'");
  }

  private static void assertRefused(String field, String value, String reason) {
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(
            () ->
                records.insert(
                    CARETAKER,
                    "locker",
                    field.equals("label")
                        ? Map.of("label", value)
                        : Map.of("label", "X", field, value)))
        .withMessageContaining("(locker." + field + ")")
        .withMessageContaining(reason);
  }

  private static void assertDenied(Runnable operation, String what) {
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(operation::run)
        .withMessageContaining("may not " + what);
  }

  private static TableRecord locker(String label) {
    return records.insert(CARETAKER, "locker", Map.of("label", label));
  }

  private static TableRecord change(TableRecord locker, Map<String, String> values) {
    return records.update(CARETAKER, "locker", locker.sysId(), values);
  }

  private static TableRecord user(String login, String name) {
    return records.insert(Actor.system(), "sys_user", Map.of("user_name", login, "name", name));
  }

  private static List<TableRecord> all(String table) {
    return records.findBy(Actor.system(), table, Map.of());
  }

  private static Actor actor(String name, String... roles) {
    return new Actor(name, "", Set.of(roles), true, null);
  }
}
