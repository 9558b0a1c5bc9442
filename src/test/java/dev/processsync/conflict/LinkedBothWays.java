package dev.processsync.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.definition.Side;
import dev.processsync.dictionary.TableRecord;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** For tests of two instances that send each other every change; at first the newest counts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LinkedBothWays {

  TwoWay sides;

  @BeforeAll
  void link() {
    sides = new TwoWay();
  }

  @AfterAll
  void end() {
    sides.end();
  }

  @BeforeEach
  void theNewestCounts() {
    policies("newest", "newest");
  }

  void policies(String ofA, String ofB) {
    sides.policy(sides.a, ofA);
    sides.policy(sides.b, ofB);
  }

  /** One that both sides have changed, A first. */
  TwoWay.Pair changedOnBothSides() {
    TwoWay.Pair incident = sides.incident();
    sides.disconnect();
    incident.changeAtA("description", "Of A");
    incident.changeAtB("description", "Of B");
    incident.changeAtA("urgency", "1");
    sides.connect();
    return incident;
  }

  TableRecord only(Side side, String record) {
    List<TableRecord> kept = sides.conflicts(side, record);
    assertThat(kept).hasSize(1);
    return kept.get(0);
  }
}
