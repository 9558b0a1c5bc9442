package dev.processsync.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person decides on one side counts on both. */
class DecisionsTest extends LinkedBothWays {

  @ParameterizedTest
  @CsvSource({
    "ask,    '{\"outcome\":\"local\"}', Of B",
    "ask,    '{\"outcome\":\"remote\"}', Of A",
    "ask,    '{\"outcome\":\"local\",\"local_value\":\"Of both\"}', Of both",
    "newest, '{\"outcome\":\"local\"}', Of B",
    "newest, '{\"outcome\":\"remote\"}', Of A",
    "newest, '{\"outcome\":\"local\",\"local_value\":\"Of both\"}', Of both",
    "remote, '{\"outcome\":\"local\",\"local_value\":\"Of both\"}', Of both"
  })
  void whatIsDecidedOnOneSideIsSoOnBothByOneEvent(String ofA, String decision, String counts) {
    policies(ofA, "ask");
    TwoWay.Pair incident = changedOnBothSides();
    int before = sides.sent(sides.a, incident.ofA) + sides.sent(sides.b, incident.ofB);

    assertThat(sides.decide(sides.b, only(sides.b, incident.ofB), decision).statusCode())
        .isEqualTo(200);
    sides.settle();

    assertThat(incident.atA("description")).isEqualTo(counts);
    assertThat(incident.atB("description")).isEqualTo(counts);
    assertThat(sides.sent(sides.a, incident.ofA) + sides.sent(sides.b, incident.ofB) - before)
        .isLessThanOrEqualTo(1);
    assertThat(only(sides.a, incident.ofA).get("state")).isEqualTo("resolved");
    assertThat(only(sides.b, incident.ofB).get("state")).isEqualTo("resolved");
  }

  @ParameterizedTest
  @CsvSource({
    "ask, Of us, local",
    "newest, Of us, local",
    "ask, Of A, remote",
    "newest, Of A, remote"
  })
  void whoChangesTheFieldHasDecided(String ofA, String value, String outcome) {
    policies(ofA, "ask");
    TwoWay.Pair incident = changedOnBothSides();
    int before = sides.sent(sides.a, incident.ofA) + sides.sent(sides.b, incident.ofB);

    incident.changeAtB("description", value);
    sides.settle();

    assertThat(incident.atA("description")).isEqualTo(value);
    assertThat(incident.atB("description")).isEqualTo(value);
    assertThat(only(sides.b, incident.ofB).get("state")).isEqualTo("resolved");
    assertThat(only(sides.b, incident.ofB).get("outcome")).isEqualTo(outcome);
    assertThat(only(sides.a, incident.ofA).get("state")).isEqualTo("resolved");
    assertThat(sides.sent(sides.a, incident.ofA) + sides.sent(sides.b, incident.ofB) - before)
        .isEqualTo(1);
  }

  @Test
  void twoWhoDecideAtATimeSwapNothing() {
    policies("ask", "ask");
    TwoWay.Pair incident = changedOnBothSides();
    sides.disconnect();
    sides.decide(sides.a, only(sides.a, incident.ofA), "{\"outcome\":\"local\"}");
    sides.decide(sides.b, only(sides.b, incident.ofB), "{\"outcome\":\"local\"}");
    sides.connect();

    assertThat(incident.atA("description")).isEqualTo(incident.atB("description"));
  }
}
