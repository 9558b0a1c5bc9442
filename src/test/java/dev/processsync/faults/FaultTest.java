package dev.processsync.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a seed promises. */
class FaultTest {

  @Test
  void theSameSeedMeansTheSameFaults() {
    assertThat(schedule(4711)).isEqualTo(schedule(4711)).isNotEqualTo(schedule(4712));
  }

  @Test
  void everyDozenHasEveryKind() {
    List<Fault> faults = schedule(4711);

    assertThat(faults.subList(0, 12)).map(Fault::kind).contains(Fault.Kind.values());
    assertThat(faults.subList(12, 24)).map(Fault::kind).contains(Fault.Kind.values());
  }

  private static List<Fault> schedule(long seed) {
    return Fault.schedule(new Settings(seed, 100, 10, Duration.ofSeconds(10), 24));
  }
}
