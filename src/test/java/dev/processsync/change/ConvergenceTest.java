package dev.processsync.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Two sides in memory that change the same record and tell each other, whenever the messages
 * arrive: in the end both have the same.
 */
class ConvergenceTest {

  private static final int FIELDS = 5;
  private static final int EDITS = 50;

  private record Change(int field, String previous, String value, HybridTime time) {}

  private record Lost(int field, String value) {}

  /** One instance with its record, its clock, and what is on its way to it. */
  private static final class Side {
    final HybridClock clock;
    final ConflictPolicy policy;
    final String[] values = new String[FIELDS];
    FieldChanges changes = FieldChanges.parse("");
    final Deque<Change> inbox = new ArrayDeque<>();
    final List<Lost> overwrittenOrWithheld = new ArrayList<>();
    int messages;

    Side(String place, MovableClock wall, ConflictPolicy policy) {
      this.clock = new HybridClock(wall, () -> place);
      this.policy = policy;
      Arrays.fill(values, "");
    }

    FieldChange lastOf(int field) {
      return changes.of("f" + field);
    }

    void edit(int field, String value, Side other) {
      if (!value.equals(values[field])) {
        HybridTime time = clock.after(changes.latest());
        note(field, new FieldChange(time, "somebody"));
        other.inbox.add(new Change(field, values[field], value, time));
        values[field] = value;
        messages++;
      }
    }

    void receive() {
      Change arrived = inbox.remove();
      clock.hear(arrived.time());
      int field = arrived.field();
      FieldChange theirs = new FieldChange(arrived.time(), "somebody");
      FieldMerge merge =
          new FieldMerge(
              Optional.of(arrived.previous()),
              arrived.value(),
              values[field],
              theirs,
              lastOf(field));
      switch (merge.by(policy)) {
        case LEAVE, ASK -> {
          // As it is.
        }
        case TAKE -> take(arrived, theirs);
        case OVERWRITE -> {
          overwrittenOrWithheld.add(new Lost(field, values[field]));
          take(arrived, theirs);
        }
        case WITHHOLD -> overwrittenOrWithheld.add(new Lost(field, arrived.value()));
      }
    }

    private void take(Change arrived, FieldChange theirs) {
      values[arrived.field()] = arrived.value();
      note(arrived.field(), theirs);
    }

    private void note(int field, FieldChange change) {
      // As the record keeps it.
      changes = FieldChanges.parse(changes.with(List.of("f" + field), change).toString());
    }
  }

  private static final class World {
    final Random random;
    final List<MovableClock> clocks = new ArrayList<>();
    final Side a;
    final Side b;

    World(long seed, ConflictPolicy ofA, ConflictPolicy ofB) {
      random = new Random(seed);
      a = new Side("aaaaaaaa", wall(0), ofA);
      b = new Side("bbbbbbbb", wall(random.nextInt(600) - 300), ofB);
    }

    private MovableClock wall(int secondsAhead) {
      MovableClock clock =
          new MovableClock(Instant.parse("2026-01-01T12:00:00Z").plusSeconds(secondsAhead));
      clocks.add(clock);
      return clock;
    }

    void pass() {
      Duration time = Duration.ofMillis(random.nextInt(10_000));
      clocks.forEach(clock -> clock.advance(time));
    }

    void drain() {
      while (!a.inbox.isEmpty() || !b.inbox.isEmpty()) {
        Side next = a.inbox.isEmpty() || (!b.inbox.isEmpty() && random.nextBoolean()) ? b : a;
        next.receive();
      }
    }
  }

  /**
   * @param values how many there are: of few, some are changed to and fro
   */
  private static World play(long seed, ConflictPolicy ofA, ConflictPolicy ofB, int values) {
    World world = new World(seed, ofA, ofB);
    for (int edits = 0; edits < EDITS; ) {
      world.pass();
      Side side = world.random.nextBoolean() ? world.a : world.b;
      if (world.random.nextInt(3) > 0 && !side.inbox.isEmpty()) {
        side.receive();
      } else {
        Side other = side == world.a ? world.b : world.a;
        side.edit(world.random.nextInt(FIELDS), "value " + world.random.nextInt(values), other);
        edits++;
      }
    }
    world.drain();
    return world;
  }

  @Property(tries = 2_000)
  void bothSidesHaveTheSameWhenNothingIsOnItsWay(@ForAll long seed) {
    World world = play(seed, ConflictPolicy.NEWEST, ConflictPolicy.NEWEST, 4);

    assertThat(world.a.values).as("seed %d", seed).isEqualTo(world.b.values);
    assertThat(world.a.messages + world.b.messages).as("no answers").isLessThanOrEqualTo(EDITS);
  }

  @Property(tries = 1_000)
  void aSideThatAlwaysGivesInAgreesWithOneThatNeverDoes(@ForAll long seed) {
    World world = play(seed, ConflictPolicy.REMOTE, ConflictPolicy.LOCAL, 1_000_000_000);

    assertThat(world.a.values).as("seed %d", seed).isEqualTo(world.b.values);
  }

  @Property(tries = 1_000)
  void editsOfDifferentFieldsNeverMeet(@ForAll long seed) {
    World world = new World(seed, ConflictPolicy.NEWEST, ConflictPolicy.NEWEST);
    List<Integer> fields = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    Collections.shuffle(fields, world.random);
    int ofA = world.random.nextInt(FIELDS + 1);
    Map<Integer, String> last = new HashMap<>();
    for (int edits = 0; edits < EDITS; edits++) {
      world.pass();
      int which = world.random.nextInt(FIELDS);
      int field = fields.get(which);
      String value = "value " + world.random.nextInt(4);
      last.put(field, value);
      if (which < ofA) {
        world.a.edit(field, value, world.b);
      } else {
        world.b.edit(field, value, world.a);
      }
      if (world.random.nextInt(4) == 0) {
        world.drain();
      }
    }
    world.drain();

    assertThat(world.a.values).isEqualTo(world.b.values);
    last.forEach((field, value) -> assertThat(world.a.values[field]).isEqualTo(value));
    assertThat(world.a.overwrittenOrWithheld).isEmpty();
    assertThat(world.b.overwrittenOrWithheld).isEmpty();
  }

  /** Two changes that cross: each side keeps the one that is lost, and both lose the same. */
  @Property(tries = 1_000)
  void ofTwoChangesThatCrossBothSidesKeepTheOneThatIsLost(@ForAll long seed) {
    World world = new World(seed, ConflictPolicy.NEWEST, ConflictPolicy.NEWEST);
    world.a.edit(0, "of a", world.b);
    world.pass();
    world.b.edit(0, "of b", world.a);
    world.drain();

    assertThat(world.a.values).isEqualTo(world.b.values);
    String lost = world.a.values[0].equals("of a") ? "of b" : "of a";
    assertThat(world.a.overwrittenOrWithheld).containsExactly(new Lost(0, lost));
    assertThat(world.b.overwrittenOrWithheld).containsExactly(new Lost(0, lost));
  }
}
