package dev.processsync.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is done in knowledge of something else is later, whatever the clocks say. */
class HybridTimeTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Property
  boolean whatIsKnownIsEarlier(
      @ForAll @LongRange(min = 0, max = 1L << 62) long ticks,
      @ForAll @IntRange(min = 0, max = 1_000_000) int millis) {
    HybridTime known = new HybridTime(ticks, "ffffffff");
    HybridClock clock = clock("00000000", new MovableClock(NOON.plusMillis(millis)));
    HybridTime later = clock.after(known);
    return later.isAfter(known) && clock.after(later).isAfter(later);
  }

  @Property
  boolean whatIsHeardOfIsEarlierAlsoIfAClockGoesBack(
      @ForAll @Size(max = 50) List<@IntRange(min = -300_000, max = 300_000) Integer> jumps) {
    MovableClock wall = new MovableClock(NOON);
    HybridClock ours = clock("00000000", wall);
    HybridClock theirs = clock("ffffffff", new MovableClock(NOON.plusSeconds(300)));
    HybridTime last = HybridTime.NONE;
    for (int jump : jumps) {
      wall.advance(Duration.ofMillis(jump));
      HybridTime sent = theirs.now();
      ours.hear(sent);
      HybridTime answer = ours.now();
      if (!answer.isAfter(sent) || !sent.isAfter(last)) {
        return false;
      }
      theirs.hear(answer);
      last = answer;
    }
    return true;
  }

  @Test
  void followsAClockThatIsMinutesAheadOnceItHasHeardOfIt() {
    MovableClock wall = new MovableClock(NOON);
    HybridClock behind = clock("00000000", wall);
    behind.hear(new HybridTime(NOON.plusSeconds(300).toEpochMilli() << 16, "ffffffff"));

    wall.advance(Duration.ofMinutes(10));

    assertThat(behind.now().millis()).isEqualTo(NOON.plusSeconds(900).toEpochMilli());
  }

  @Test
  void doesNotFollowAClockThatIsBrokenYetWhatIsMadeOfItsRecordsIsLater() {
    MovableClock wall = new MovableClock(NOON);
    HybridClock clock = clock("00000000", wall);
    HybridTime broken =
        new HybridTime(NOON.plus(Duration.ofDays(400)).toEpochMilli() << 16, "ffffffff");
    clock.hear(broken);
    assertThat(clock.now().millis()).isEqualTo(NOON.toEpochMilli());

    assertThat(clock.after(broken).isAfter(broken)).isTrue();
    assertThat(clock.now().millis()).isEqualTo(NOON.toEpochMilli());
  }

  @Property
  boolean isReadAsItWasWritten(@ForAll @LongRange(min = 0, max = 1L << 62) long ticks) {
    HybridTime time = new HybridTime(ticks, "0a1b2c3d");
    return HybridTime.parse(time.toString()).filter(time::equals).isPresent();
  }

  @Property
  boolean anythingElseIsNoTime(@ForAll String text) {
    return HybridTime.parse(text).map(HybridTime::toString).orElse(text) != null;
  }

  @Test
  void ofEqualTicksThePlaceDecidesOnBothSidesAlike() {
    HybridTime one = new HybridTime(7, "0a1b2c3d");
    HybridTime other = new HybridTime(7, "4f3a2b1c");

    assertThat(other.isAfter(one)).isTrue();
    assertThat(one.isAfter(other)).isFalse();
  }

  @Test
  void notesOfMoreFieldsThanThereIsRoomForKeepTheLatest() {
    FieldChanges changes = FieldChanges.parse("");
    for (int i = 1; i <= 200; i++) {
      changes =
          changes.with(
              List.of("field_number_" + i),
              new FieldChange(new HybridTime((long) i << 16, "0a1b2c3d"), "somebody.else"));
    }

    FieldChanges kept = FieldChanges.parse(changes.toString());

    assertThat(changes.toString().length()).isLessThanOrEqualTo(4_000);
    assertThat(kept.of("field_number_200").time().millis()).isEqualTo(200);
    assertThat(kept.of("field_number_1").time().millis())
        .as("no earlier than it was")
        .isBetween(1L, 200L);
    assertThat(kept.latest().millis()).isEqualTo(200);
  }

  private static HybridClock clock(String place, MovableClock wall) {
    return new HybridClock(wall, () -> "01a220778c8c7a48a9f9a468" + place);
  }
}
