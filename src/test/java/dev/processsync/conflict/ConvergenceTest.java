package dev.processsync.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.MovableClock;
import dev.processsync.change.ConflictPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Sides in memory that change the same record and tell each other, whenever the messages arrive,
 * however often, and whatever their clocks say: in the end all have the same. The profile {@code
 * faults} tries more seeds.
 */
class ConvergenceTest {

  private static final int EDITS = 50;
  private static final int MANY = 1_000_000_000;

  private static final class World {
    final Random random;
    final List<SimulatedSide> sides = new ArrayList<>();
    int edits;

    World(long seed, ConflictPolicy... policies) {
      random = new Random(seed);
      for (ConflictPolicy policy : policies) {
        SimulatedSide side =
            new SimulatedSide(
                String.valueOf((char) ('a' + sides.size())).repeat(8),
                new MovableClock(
                    Instant.parse("2026-01-01T12:00:00Z").plusSeconds(random.nextInt(600) - 300)),
                policy);
        if (!sides.isEmpty()) {
          SimulatedSide.link(sides.get(sides.size() - 1), side);
        }
        sides.add(side);
      }
    }

    SimulatedSide a() {
      return sides.get(0);
    }

    SimulatedSide b() {
      return sides.get(1);
    }

    /** Time goes on; now and then a clock is set right, or wrong, or a node begins anew. */
    void pass() {
      Duration time = Duration.ofMillis(random.nextInt(10_000));
      sides.forEach(side -> side.wall.advance(time));
      SimulatedSide one = sides.get(random.nextInt(sides.size()));
      switch (random.nextInt(20)) {
        case 0 -> one.wall.advance(Duration.ofSeconds(random.nextInt(600) - 300));
        case 1 -> one.crash();
        default -> {
          // Nothing else happens.
        }
      }
    }

    void deliver(SimulatedSide side) {
      if (!side.inbox.isEmpty()) {
        side.receive(random.nextInt(5) > 0);
      }
    }

    void drain() {
      while (sides.stream().anyMatch(side -> !side.inbox.isEmpty())) {
        deliver(sides.get(random.nextInt(sides.size())));
      }
    }

    /**
     * @param values how many there are: of few, some are changed to and fro, and some are empty
     * @param fields which of them a side, by its number, changes
     */
    World play(int values, Map<Integer, IntPredicate> fields) {
      while (edits < EDITS) {
        pass();
        int number = random.nextInt(sides.size());
        SimulatedSide side = sides.get(number);
        if (random.nextInt(3) > 0) {
          deliver(side);
        } else {
          Map<Integer, String> given = new HashMap<>();
          for (int i = random.nextInt(2); i >= 0; i--) {
            int field = random.nextInt(SimulatedSide.FIELDS);
            if (fields.getOrDefault(number, any -> true).test(field)) {
              int value = random.nextInt(values);
              given.put(field, value == 0 ? "" : "value " + value);
            }
          }
          side.edit(given);
          edits++;
        }
      }
      drain();
      return this;
    }

    World play(int values) {
      return play(values, Map.of());
    }

    void requireAlike() {
      for (SimulatedSide side : sides) {
        assertThat(side.values).isEqualTo(a().values);
      }
    }

    int sent() {
      return sides.stream().mapToInt(side -> side.sent).sum();
    }
  }

  @Property
  void bothSidesHaveTheSameWhenNothingIsOnItsWay(@ForAll long seed) {
    World world = new World(seed, ConflictPolicy.NEWEST, ConflictPolicy.NEWEST).play(4);

    world.requireAlike();
    assertThat(world.sent()).as("no answers").isLessThanOrEqualTo(EDITS);
  }

  @Property
  void everyLostValueIsKeptOnceOnEachSide(@ForAll long seed) {
    World world = new World(seed, ConflictPolicy.NEWEST, ConflictPolicy.NEWEST).play(MANY);

    world.requireAlike();
    assertThat(world.a().lost())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(world.b().lost());
  }

  @Property
  void ofOneThatAlwaysGivesInTooEveryLostValueIsKeptOnceOnEachSide(@ForAll long seed) {
    World world = new World(seed, ConflictPolicy.REMOTE, ConflictPolicy.LOCAL).play(MANY);

    world.requireAlike();
    assertThat(world.a().lost())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(world.b().lost());
  }

  @Property
  void aSideThatAlwaysGivesInAgreesWithOneThatNeverDoes(@ForAll long seed) {
    World world = new World(seed, ConflictPolicy.REMOTE, ConflictPolicy.LOCAL).play(3);

    world.requireAlike();
    assertThat(world.sent()).as("no answers").isLessThanOrEqualTo(EDITS);
  }

  @Property
  void eachFieldMayHaveAPolicyOfItsOwn(@ForAll long seed) {
    World world = new World(seed, ConflictPolicy.NEWEST, ConflictPolicy.NEWEST);
    world.a().policies[1] = ConflictPolicy.REMOTE;
    world.b().policies[1] = ConflictPolicy.LOCAL;
    world.a().policies[2] = ConflictPolicy.LOCAL;
    world.b().policies[2] = ConflictPolicy.REMOTE;
    world.play(3);

    world.requireAlike();
  }

  /** Whoever is asked decides in the end; where nobody is, both sides agree. */
  @Property
  void whereNobodyIsAskedBothSidesAgree(@ForAll long seed, @ForAll ConflictPolicy other) {
    if (!ConflictPolicy.ASK.agreesWith(other)) {
      return;
    }
    World world = new World(seed, ConflictPolicy.ASK, other).play(3);

    for (int field = 0; field < SimulatedSide.FIELDS; field++) {
      if (!isOpen(world.a(), field) && !isOpen(world.b(), field)) {
        assertThat(world.a().values[field])
            .as("field %d", field)
            .isEqualTo(world.b().values[field]);
      }
    }
  }

  private static boolean isOpen(SimulatedSide side, int field) {
    return side.conflicts.stream()
        .anyMatch(
            conflict ->
                conflict.field().equals("f" + field)
                    && conflict.outcome() == FieldConflict.Outcome.OPEN);
  }

  @Property
  void threeSidesInARowHaveTheSame(@ForAll long seed) {
    ConflictPolicy newest = ConflictPolicy.NEWEST;

    new World(seed, newest, newest, newest).play(MANY).requireAlike();
  }

  @Property
  void changesOfDifferentFieldsNeverMeet(@ForAll long seed) {
    World world = new World(seed, ConflictPolicy.NEWEST, ConflictPolicy.NEWEST);
    int ofA = world.random.nextInt(1 << SimulatedSide.FIELDS);
    world.play(
        4, Map.of(0, field -> (ofA & (1 << field)) != 0, 1, field -> (ofA & (1 << field)) == 0));

    world.requireAlike();
    assertThat(world.a().conflicts).isEmpty();
    assertThat(world.b().conflicts).isEmpty();
  }
}
