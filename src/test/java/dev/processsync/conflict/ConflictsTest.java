package dev.processsync.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.dictionary.TableRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What both sides keep of conflicts, and how people decide them. */
class ConflictsTest extends LinkedBothWays {

  @Test
  void bothSidesKeepWhatWasOverwrittenOrWithheldOnce() {
    TwoWay.Pair incident = changedOnBothSides();

    TableRecord atA = only(sides.a, incident.ofA);
    assertThat(atA.get("remote_system")).isEqualTo(sides.a.remoteSystem());
    assertThat(atA.get("correlation")).isNotEmpty();
    assertThat(atA.get("local_table")).isEqualTo("incident");
    assertThat(atA.get("field")).isEqualTo("description");
    assertThat(atA.get("base_value")).isEqualTo("As it began");
    assertThat(atA.get("local_value")).isEqualTo("Of A");
    assertThat(atA.get("remote_value")).isEqualTo("Of B");
    assertThat(atA.get("local_changed_by")).isEqualTo("system");
    assertThat(atA.get("local_changed_on")).isNotEmpty();
    assertThat(atA.get("remote_changed_by")).isEqualTo("system");
    assertThat(atA.get("remote_changed_on")).isNotEmpty();
    assertThat(atA.get("policy")).isEqualTo("newest");
    assertThat(atA.get("outcome")).isEqualTo("remote");
    assertThat(atA.get("state")).isEqualTo("resolved");
    TableRecord atB = only(sides.b, incident.ofB);
    assertThat(atB.get("local_value")).isEqualTo("Of B");
    assertThat(atB.get("remote_value")).isEqualTo("Of A");
    assertThat(atB.get("outcome")).isEqualTo("local");
  }

  @Test
  void aValueThatWasWithheldAndIsChangedAgainThereIsTheSameConflict() {
    TwoWay.Pair incident = sides.incident();
    sides.disconnect();
    incident.changeAtA("description", "First, of A");
    incident.changeAtB("description", "Of B");
    incident.changeAtA("description", "Last, of A");
    sides.connect();

    assertThat(incident.atB("description")).isEqualTo("Last, of A");
    TableRecord atB = only(sides.b, incident.ofB);
    assertThat(atB.get("base_value")).isEqualTo("As it began");
    assertThat(atB.get("local_value")).isEqualTo("Of B");
    assertThat(atB.get("remote_value")).isEqualTo("Last, of A");
    assertThat(atB.get("outcome")).isEqualTo("remote");
    assertThat(only(sides.a, incident.ofA).get("outcome")).isEqualTo("local");
  }

  @Test
  void aConflictThatWaitsForAPersonHoldsUpNoOtherField() {
    policies("ask", "ask");
    TwoWay.Pair incident = changedOnBothSides();

    assertThat(incident.atA("description")).isEqualTo("Of A");
    assertThat(incident.atB("description")).isEqualTo("Of B");
    assertThat(incident.atB("urgency")).isEqualTo("1");
    assertThat(only(sides.a, incident.ofA).get("state")).isEqualTo("open");
    assertThat(only(sides.b, incident.ofB).get("outcome")).isEqualTo("open");

    incident.changeAtA("category", "hardware");
    sides.settle();
    assertThat(incident.atB("category")).isEqualTo("hardware");
    assertThat(only(sides.b, incident.ofB).get("state")).isEqualTo("open");
  }

  @Test
  void aLaterConflictKeepsTheValuesOfAnEarlierOne() {
    TwoWay.Pair incident = changedOnBothSides();
    incident.changeAtA("description", "Of A");
    sides.settle();
    sides.disconnect();
    incident.changeAtA("description", "Anew, of A");
    incident.changeAtB("description", "Anew, of B");
    sides.connect();

    assertThat(sides.conflicts(sides.b, incident.ofB))
        .extracting(kept -> kept.get("remote_value"))
        .containsExactly("Of A", "Anew, of A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"state\":\"resolved\"}",
        "{\"local_value\":\"Of both\"}",
        "{\"outcome\":\"both\"}",
        "{\"remote_value\":\"Of both\"}"
      })
  void whatIsNoDecisionIsRefusedAndChangesNothing(String json) {
    policies("ask", "ask");
    TwoWay.Pair incident = changedOnBothSides();
    TableRecord open = only(sides.b, incident.ofB);

    assertThat(sides.decide(sides.b, open, json).statusCode()).isEqualTo(400);

    assertThat(only(sides.b, incident.ofB).values()).isEqualTo(open.values());
  }

  @Test
  void whatIsResolvedIsNotDecidedAgain() {
    TwoWay.Pair incident = changedOnBothSides();

    var answer = sides.decide(sides.a, only(sides.a, incident.ofA), "{\"outcome\":\"local\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("This conflict is resolved: change the record itself");
  }

  /**
   * Also of a partner that sends no hybrid time, and no more of a field than what it was before.
   */
  @Test
  void theAnswerToAMessageNamesTheFieldsOfAConflict() {
    TwoWay.Pair incident = sides.incident();
    incident.changeAtB("description", "Of B");
    sides.settle();

    String answer = sides.sendToB(incident, "description", "As it began", "2020-09-24 19:26:59");

    assertThat(answer)
        .contains("\"status\":\"accepted\",\"state\":\"conflict\"")
        .contains("\"conflicts\":[{\"field\":\"description\",\"outcome\":\"local\"}]");
    assertThat(incident.atB("description")).isEqualTo("Of B");

    assertThat(sides.sendToB(incident, "description", "Of B", ""))
        .contains("\"state\":\"applied\"");
    assertThat(incident.atB("description")).isEqualTo("Of a partner");
    assertThat(only(sides.b, incident.ofB).get("remote_value")).isEqualTo("Of a partner");
  }

  @Test
  void changesOfDifferentFieldsAreNoConflict() {
    TwoWay.Pair incident = sides.incident();
    sides.disconnect();
    incident.changeAtA("description", "Of A");
    incident.changeAtB("urgency", "1");
    sides.connect();

    assertThat(sides.conflicts(sides.a, incident.ofA)).isEmpty();
    assertThat(sides.conflicts(sides.b, incident.ofB)).isEmpty();
  }
}
