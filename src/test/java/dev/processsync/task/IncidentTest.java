package dev.processsync.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import dev.processsync.record.TestTables;
import dev.processsync.testing.slice.TableSlice;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

class IncidentTest {

  private static final Map<String, String> RESOLUTION =
      Map.of("close_code", "Solution provided", "close_notes", "Sent a new one.");

  private static ConfigurableApplicationContext context;
  private static Records records;
  private static Actor agent;
  private static String other;

  @BeforeAll
  static void start() {
    context = TestTables.start();
    records = context.getBean(Records.class);
    agent = new Actor("ann", user("ann"), Set.of("incident_manager"), true, null);
    other = user("bob");
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "1,2,2", "1,3,3", "2,1,2", "2,2,3", "2,3,4", "3,1,3", "3,2,4", "3,3,5"})
  void impactAndUrgencyMakeThePriority(String impact, String urgency, String priority) {
    TableRecord incident = create("impact", impact, "urgency", urgency);

    assertThat(incident.get("priority")).isEqualTo(priority);
  }

  @Test
  void thePriorityFollowsWhenUrgencyChangesWhateverTheCallerSays() {
    TableRecord incident = create("priority", "1");
    assertThat(incident.get("priority")).isEqualTo("5");

    assertThat(change(incident, "urgency", "1", "priority", "5").get("priority")).isEqualTo("3");
  }

  @Test
  void isOpenedByWhoeverCreatesIt() {
    TableRecord incident = create();

    assertThat(incident.get("opened_at")).isEqualTo(TableSlice.NOW);
    assertThat(incident.get("opened_by")).isEqualTo(agent.sysId());
  }

  @Test
  void isOpenedByWhomeverTheCallerSays() {
    TableRecord incident = create("opened_at", "2024-01-02 03:04:05", "opened_by", other);

    assertThat(incident.get("opened_at")).isEqualTo("2024-01-02 03:04:05");
    assertThat(incident.get("opened_by")).isEqualTo(other);
    assertThat(create("opened_by", "").get("opened_by")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"state,2", "incident_state,2", "state,101", "incident_state,3"})
  void itsTwoStatesAreOne(String field, String value) {
    assertStates(create(field, value), value);
    assertStates(change(create(), field, value), value);
  }

  @Test
  void theStateThatMovesTakesTheOtherAlong() {
    assertStates(create("state", "1", "incident_state", "2"), "2");
    TableRecord incident = create("state", "2");
    assertStates(change(incident, "state", "3", "incident_state", "2"), "3");
    assertStates(change(incident, "state", "3", "incident_state", "1"), "1");
    assertStates(change(incident, "state", "3", "incident_state", "3"), "3");
  }

  @Test
  void refusesTwoNewStatesThatDiffer() {
    TableRecord incident = create("state", "2");

    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> change(incident, "state", "1", "incident_state", "3"))
        .withMessageContaining("they are one");
  }

  @Test
  void resolvingNeedsCodeAndNotes() {
    TableRecord incident = create();

    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> change(incident, "state", "6", "close_notes", "Done."))
        .withMessage(
            "Resolving an incident needs a Resolution code (close_code) and Resolution notes (close_notes): Resolution code is empty.");
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> change(incident, "incident_state", "6", "close_code", "User error"))
        .withMessageEndingWith("Resolution notes is empty.");
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> create("state", "6"))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("close_code"));
    TableRecord resolved = resolve(incident);
    assertThatExceptionOfType(InvalidRecord.class)
        .isThrownBy(() -> change(resolved, "close_notes", " "));
  }

  @Test
  void isResolvedNowByWhoeverResolvesIt() {
    TableRecord resolved = resolve(create());

    assertThat(resolved.get("resolved_at")).isEqualTo(TableSlice.NOW);
    assertThat(resolved.get("resolved_by")).isEqualTo(agent.sysId());
    assertThat(resolved.get("active")).isEqualTo("true");
    assertThat(resolved.get("closed_at")).isEmpty();
  }

  @Test
  void isResolvedByWhomeverTheCallerSaysEvenByNobody() {
    assertThat(resolve(create(), "resolved_by", other).get("resolved_by")).isEqualTo(other);
    assertThat(resolve(create(), "resolved_by", "").get("resolved_by"))
        .as("the other instance's user is unknown here")
        .isEmpty();
    assertThat(resolve(create(), "resolved_at", "2024-01-01 00:00:00").get("resolved_at"))
        .isEqualTo("2024-01-01 00:00:00");
  }

  @Test
  void aChangeOfAResolvedIncidentLeavesWhoResolvedIt() {
    TableRecord resolved = resolve(create(), "resolved_by", other);

    assertThat(change(resolved, "short_description", "new").get("resolved_by")).isEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource({"7", "8"})
  void closingOrCancellingItEndsIt(String state) {
    TableRecord closed = change(create(), "state", state);

    assertThat(closed.get("active")).isEqualTo("false");
    assertThat(closed.get("closed_at")).isEqualTo(TableSlice.NOW);
    assertThat(closed.get("closed_by")).isEqualTo(agent.sysId());
    assertThat(closed.get("resolved_at")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void reopeningForgetsWhoResolvedAndClosedIt(String state) {
    TableRecord closed = change(resolve(create()), "state", "7");
    assertThat(closed.get("resolved_by")).isEqualTo(agent.sysId());

    TableRecord reopened = change(closed, "state", state);

    assertThat(reopened.get("active")).isEqualTo("true");
    for (String field : new String[] {"resolved_at", "resolved_by", "closed_at", "closed_by"}) {
      assertThat(reopened.get(field)).as(field).isEmpty();
    }
    assertThat(reopened.get("close_code")).isEqualTo("Solution provided");
  }

  @Test
  void aStateThatNobodyKnowsIsStoredAndMeansNothing() {
    TableRecord incident = create("state", "101");

    assertThat(incident.get("active")).isEqualTo("true");
    assertThat(incident.get("resolved_at")).isEmpty();
    assertThat(incident.get("closed_at")).isEmpty();
    TableRecord resolved = resolve(incident);
    assertThat(change(resolved, "state", "101").get("resolved_by")).isEqualTo(agent.sysId());
  }

  @ParameterizedTest
  @CsvSource({"problem,107,102", "change_request,4,-1", "sc_req_item,3,2", "sc_req_item,7,1"})
  void otherTasksCloseAndReopenByTheirOwnStates(String table, String closed, String open) {
    TableRecord task = records.insert(Actor.system(), table, Map.of("impact", "1", "urgency", "2"));
    assertThat(task.get("priority")).isEqualTo("2");
    assertThat(task.get("active")).isEqualTo("true");

    TableRecord over = records.update(Actor.system(), table, task.sysId(), Map.of("state", closed));
    assertThat(over.get("active")).isEqualTo("false");
    assertThat(over.get("closed_at")).isEqualTo(TableSlice.NOW);

    TableRecord again = records.update(Actor.system(), table, task.sysId(), Map.of("state", open));
    assertThat(again.get("active")).isEqualTo("true");
    assertThat(again.get("closed_at")).isEmpty();
  }

  private static void assertStates(TableRecord incident, String state) {
    assertThat(incident.get("state")).isEqualTo(state);
    assertThat(incident.get("incident_state")).isEqualTo(state);
  }

  private static TableRecord create(String... values) {
    return records.insert(agent, "incident", map(values));
  }

  private static TableRecord change(TableRecord incident, String... values) {
    return records.update(agent, "incident", incident.sysId(), map(values));
  }

  private static TableRecord resolve(TableRecord incident, String... values) {
    Map<String, String> all = new HashMap<>(RESOLUTION);
    all.put("state", "6");
    all.putAll(map(values));
    return records.update(agent, "incident", incident.sysId(), all);
  }

  private static Map<String, String> map(String... values) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      map.put(values[i], values[i + 1]);
    }
    return map;
  }

  private static String user(String name) {
    return records
        .insert(Actor.system(), "sys_user", Map.of("user_name", name, "name", name))
        .sysId();
  }
}
