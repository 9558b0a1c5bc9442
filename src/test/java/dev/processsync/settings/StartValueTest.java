package dev.processsync.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** With what properties are made at the first start. */
class StartValueTest {

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void isTheDefaultIfNothingIsSaid() {
    assertThat(of(Property.OUTBOUND_RETRY_TIMES)).isEqualTo("3");
    assertThat(of(Property.PURGE_BATCH_SIZE)).isEqualTo("10000");
    assertThat(of(Property.CAPTURE_NON_INTERACTIVE)).isEqualTo("true");
  }

  @Test
  void isWhatThePropertyOfTheSameNameSays() {
    environment.setProperty("process-sync.queue.batch-size", "20");
    environment.setProperty("process-sync.purge.inbound.error", "0");

    assertThat(of(Property.QUEUE_BATCH_SIZE)).isEqualTo("20");
    assertThat(of(Property.PURGE_INBOUND_ERROR)).isEqualTo("0");
  }

  @Test
  void hearsTheNamesThatWereThereBefore() {
    environment.setProperty("process-sync.retry.times", "5");
    environment.setProperty("process-sync.retry.interval", "1m");
    environment.setProperty("process-sync.outbound.connection-tries", "7");

    assertThat(of(Property.OUTBOUND_RETRY_TIMES)).isEqualTo("5");
    assertThat(of(Property.INBOUND_RETRY_TIMES)).isEqualTo("5");
    assertThat(of(Property.INBOUND_RETRY_INTERVAL)).isEqualTo("60");
    assertThat(of(Property.CONNECTION_RETRY_TIMES)).isEqualTo("7");
  }

  @Test
  void takesTimesInSecondsOrWithAUnit() {
    environment.setProperty("process-sync.outbound.retry-interval", "90");
    environment.setProperty("process-sync.inbound.retry-interval", "PT2M");
    environment.setProperty("process-sync.connection.retry-interval", "100ms");

    assertThat(of(Property.OUTBOUND_RETRY_INTERVAL)).isEqualTo("90");
    assertThat(of(Property.INBOUND_RETRY_INTERVAL)).isEqualTo("120");
    assertThat(of(Property.CONNECTION_RETRY_INTERVAL)).isEqualTo("0");
  }

  @Test
  void isRefusedByTheNameThatItWasGivenUnder() {
    environment.setProperty("process-sync.retry.interval", "301s");

    assertThatThrownBy(() -> of(Property.INBOUND_RETRY_INTERVAL))
        .hasMessage(
            "process-sync.retry.interval must be a whole number from 0 to 300 seconds, not '301s'.");
  }

  private String of(Property property) {
    return new StartValue(environment, property).get();
  }
}
