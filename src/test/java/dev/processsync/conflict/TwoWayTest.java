package dev.processsync.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two instances change the same records, over real HTTP. */
class TwoWayTest extends LinkedBothWays {

  @Test
  void changesOfDifferentFieldsNeverUndoEachOther() {
    TwoWay.Pair incident = sides.incident();
    sides.disconnect();
    incident.changeAtA("description", "Of A");
    incident.changeAtB("urgency", "1");
    incident.changeAtA("category", "hardware");
    sides.connect();

    for (String field : List.of("description", "urgency", "category")) {
      assertThat(incident.atB(field)).as(field).isEqualTo(incident.atA(field));
    }
    assertThat(incident.atB("description")).isEqualTo("Of A");
    assertThat(incident.atA("urgency")).isEqualTo("1");
    assertThat(sides.sent(sides.b, incident.ofB)).as("no answers").isEqualTo(1);
  }

  @Test
  void ofTwoChangesThatCrossTheNewestCountsOnBothSides() {
    TwoWay.Pair incident = sides.incident();
    sides.disconnect();
    incident.changeAtA("description", "First, of A");
    incident.changeAtB("description", "Then, of B");
    sides.connect();

    assertThat(incident.atA("description")).isEqualTo("Then, of B");
    assertThat(incident.atB("description")).isEqualTo("Then, of B");
    assertThat(sides.sent(sides.a, incident.ofA)).as("create, update").isEqualTo(2);
    assertThat(sides.sent(sides.b, incident.ofB)).isEqualTo(1);
  }

  @Test
  void oneSideMayAlwaysGiveIn() {
    policies("remote", "local");
    TwoWay.Pair incident = sides.incident();
    sides.disconnect();
    incident.changeAtB("description", "First, of B");
    incident.changeAtA("description", "Then, of A");
    sides.connect();

    assertThat(incident.atA("description")).isEqualTo("First, of B");
    assertThat(incident.atB("description")).isEqualTo("First, of B");
  }

  /**
   * Of messages that cross, whoever's clock is ahead: the one that never gives in keeps its own.
   */
  @Test
  void aValueThatIsChangedToAndFroIsNoUnchangedOne() {
    policies("remote", "local");
    TwoWay.Pair incident = sides.incident();
    sides.disconnect();
    incident.changeAtB("description", "To, of B");
    incident.changeAtB("description", "As it began");
    incident.changeAtA("description", "Of A");
    sides.connect();

    assertThat(incident.atA("description")).isEqualTo("As it began");
    assertThat(incident.atB("description")).isEqualTo("As it began");
  }

  /** A person at B brings one thing, its partner another, of a field that may be empty. */
  @Test
  void anEmptyValueIsAValueOfBothSides() {
    TwoWay.Pair incident = sides.incident();
    sides.disconnect();
    incident.changeAtA("description", "Of A");
    incident.changeAtB("description", "");
    sides.connect();

    assertThat(incident.atA("description")).isEmpty();
    assertThat(incident.atB("description")).isEmpty();
    assertThat(sides.conflicts(sides.a, incident.ofA)).hasSize(1);
    assertThat(sides.conflicts(sides.b, incident.ofB)).hasSize(1);
  }

  @Test
  void validateAndActivateNamesTheFieldsWhosePoliciesDoNotFit() {
    sides.policy(sides.a, "remote");
    sides.policy(sides.b, "remote");
    assertThat(sides.activate())
        .hasSize(4)
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith(
                        "incident.urgency travels both ways, to incident.urgency on 'vendor', with conflict policy 'remote' here and 'remote' there")
                    .contains("swapped"))
        .noneSatisfy(warning -> assertThat(warning).contains("close_notes"));

    sides.policy(sides.a, "local");
    assertThat(sides.activate()).isEmpty();
    sides.policy(sides.b, "local");
    assertThat(sides.activate()).hasSize(4).allSatisfy(w -> assertThat(w).contains("different"));
  }
}
