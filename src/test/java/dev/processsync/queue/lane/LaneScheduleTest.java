package dev.processsync.queue.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who works which lanes when. */
class LaneScheduleTest {

  private final LaneSchedule schedule = new LaneSchedule(2);

  @Test
  void oneWorkerTakesAllThatWaits() {
    assertThat(schedule.signal(1)).isTrue();
    assertThat(schedule.signal(2)).isFalse();

    assertThat(schedule.next()).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void whatComesMeanwhileIsTakenNextAndByNobodyElse() {
    schedule.signal(1);
    Set<Integer> first = schedule.next();
    assertThat(schedule.signal(1)).isFalse();
    assertThat(schedule.needsHelp()).as("its lane is being worked").isFalse();

    schedule.done(first);

    assertThat(schedule.next()).containsExactly(1);
  }

  @Test
  void aWorkerThatFindsNothingLeavesAndTheNextSignalCallsOne() {
    schedule.signal(1);
    schedule.done(schedule.next());
    assertThat(schedule.next()).isEmpty();

    assertThat(schedule.signal(1)).isTrue();
  }

  @Test
  void anotherWorkerJoinsWhenMoreLanesWaitThanATurnTakes() {
    schedule.signal(100);
    schedule.next();
    IntStream.range(0, LaneSchedule.AT_ONCE)
        .forEach(lane -> assertThat(schedule.signal(lane)).isFalse());

    assertThat(schedule.signal(99)).isTrue();
    assertThat(schedule.signal(98)).as("a third of two").isFalse();
    assertThat(schedule.next()).hasSize(LaneSchedule.AT_ONCE);
  }

  @Test
  void pollingCallsHelpWhenAWorkerIsSlow() {
    schedule.signal(1);
    schedule.next();
    schedule.signal(2);

    assertThat(schedule.needsHelp()).isTrue();
    assertThat(schedule.next()).containsExactly(2);
  }

  @Test
  void lanesInWhichSomethingFailsAreWorkedEachAlone() {
    schedule.signal(1);
    schedule.signal(2);
    Set<Integer> both = schedule.next();
    schedule.divide(both);
    schedule.done(both);
    schedule.signal(1);
    schedule.signal(3);

    Set<Integer> one = schedule.next();
    assertThat(one).hasSize(1).isSubsetOf(both);
    schedule.done(one);
    Set<Integer> other = schedule.next();
    assertThat(other).hasSize(1).isSubsetOf(both).doesNotContainAnyElementsOf(one);
    schedule.done(other);
    assertThat(schedule.next()).contains(3).doesNotContainAnyElementsOf(Set.of(2));
  }

  @Test
  void aWorkerThatCanNotJoinLeavesItsPlace() {
    schedule.signal(1);
    schedule.left();

    assertThat(schedule.signal(1)).isTrue();
  }
}
