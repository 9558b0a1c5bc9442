package dev.processsync.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailedLoginsTest {

  private final FailedLogins failed = new FailedLogins(Clock.systemUTC());

  @Test
  void saysAtWhichDoorAndFromWhere(CapturedOutput log) {
    failed.wrong("somebody", new LoginDetails(LoginWay.API, "192.0.2.7"));
    LoginDetails asked = new LoginDetails(LoginWay.ENGINE, "192.0.2.8");
    failed.wrong("another", asked);
    failed.notLookedAt("another", asked, new TooManyTries(Duration.ofSeconds(15)));

    assertThat(log)
        .contains(
            "Login of 'somebody' from 192.0.2.7 failed (API)",
            "Password check of 'another' from 192.0.2.8 failed (ENGINE)",
            "Password check of 'another' from 192.0.2.8 was not looked at (ENGINE): too many"
                + " tries, the next in 15 s");
  }
}
