package dev.processsync.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.connection.RemoteAnswer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceptionTest {

  @Test
  void understandsAnAnswerToEachMessage() {
    assertThat(Reception.of(answered(200))).isEqualTo(new Reception.Understood("body"));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 422})
  void blamesTheMessageForWhatTheOtherSideCanNotRead(int status) {
    assertThat(Reception.of(answered(status))).isInstanceOf(Reception.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 401, 403, 404, 418, 500, 502, 503})
  void blamesTheConnectionForTheRest(int status) {
    assertThat(Reception.of(answered(status)))
        .isInstanceOfSatisfying(
            Reception.Trouble.class,
            trouble -> assertThat(trouble.reason()).contains("HTTP " + status));
  }

  @Test
  void remembersHowLongTheOtherSideAsksToWait() {
    RemoteAnswer busy = new RemoteAnswer.Answered(503, "", Duration.ofSeconds(90));

    assertThat(Reception.of(busy))
        .isInstanceOfSatisfying(
            Reception.Trouble.class,
            trouble -> assertThat(trouble.retryAfter()).isEqualTo(Duration.ofSeconds(90)));
  }

  @Test
  void blamesNobodyWhenTheOtherSideAsksForFewerRequests() {
    RemoteAnswer tooMany = new RemoteAnswer.Answered(429, "", Duration.ofSeconds(90));

    assertThat(Reception.of(tooMany))
        .isInstanceOfSatisfying(
            Reception.Busy.class,
            busy -> assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(90)));
  }

  @Test
  void tellsWhereARedirectLeads() {
    assertThat(Reception.of(new RemoteAnswer.Redirected(302, "https://elsewhere.example/")))
        .isInstanceOfSatisfying(
            Reception.Trouble.class,
            trouble -> assertThat(trouble.reason()).contains("https://elsewhere.example/"));
  }

  @Test
  void passesOnWhyNobodyAnswered() {
    assertThat(Reception.of(new RemoteAnswer.Unreachable("Nobody listens at localhost:1.")))
        .isEqualTo(new Reception.Trouble("Nobody listens at localhost:1.", Duration.ZERO));
  }

  private static RemoteAnswer answered(int status) {
    return new RemoteAnswer.Answered(status, "body", Duration.ZERO);
  }
}
