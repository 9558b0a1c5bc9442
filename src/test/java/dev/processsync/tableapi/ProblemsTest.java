package dev.processsync.tableapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.database.DatabaseLimits;
import dev.processsync.database.Shares;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What any REST controller of ours may let happen. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

  private static final Pattern REFERENCE = Pattern.compile("reference ([0-9a-f]{32})");

  private final DatabaseLimits limits =
      new DatabaseLimits(new Shares(5, 5, Duration.ofSeconds(20), Duration.ofSeconds(3)));
  private final MockMvcTester http =
      MockMvcTester.create(
          MockMvcBuilders.standaloneSetup(new Clumsy())
              .setControllerAdvice(new Problems(limits))
              .build());

  @RestController
  static class Clumsy {

    @GetMapping("/fails")
    String fails() {
      throw new IllegalStateException(
          "the password is swordfish", new ArithmeticException("open sesame"));
    }

    @GetMapping("/busy")
    String busy() {
      throw new CannotAcquireLockException("row 3 of secret_table");
    }

    @GetMapping("/gone")
    String gone() {
      throw new ResponseStatusException(HttpStatus.GONE, "It was moved to /new.");
    }

    @GetMapping("/count")
    int count(@RequestParam int number) {
      return number;
    }

    record Point(int x, int y) {}

    @PostMapping("/point")
    Point point(@RequestBody Point point) {
      return point;
    }
  }

  @Test
  void whatNobodyForesawTellsTheCallerNoMoreThanAReferenceIntoTheLog(CapturedOutput output)
      throws Exception {
    MvcTestResult answer = http.get().uri("/fails").exchange();

    assertThat(answer).hasStatus(500);
    String body = answer.getResponse().getContentAsString();
    assertThat(body)
        .contains("\"message\":\"Internal error\"", "\"status\":\"failure\"")
        .doesNotContain("swordfish", "open sesame", "Exception", "ProblemsTest");
    Matcher reference = REFERENCE.matcher(body);
    assertThat(reference.find()).isTrue();
    assertThat(output.getAll())
        .contains(
            "Request "
                + reference.group(1)
                + " failed: GET /fails: java.lang.IllegalStateException, because of"
                + " java.lang.ArithmeticException at dev.processsync")
        .doesNotContain("swordfish", "open sesame");
  }

  @Test
  void whoeverMeetsALockMayTryAgain() {
    assertThat(http.get().uri("/busy"))
        .hasStatus(409)
        .bodyText()
        .contains("try again")
        .doesNotContain("secret_table");
  }

  @Test
  void aStatusAndAReasonOfAControllerAreAnsweredAsTheyAre() {
    assertThat(http.get().uri("/gone"))
        .hasStatus(410)
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"error\":{\"message\":\"Gone\",\"detail\":\"It was moved to /new.\"},\"status\":\"failure\"}");
  }

  @Test
  void aWrongParameterOrBodyIsTheCallers() {
    assertThat(http.get().uri("/count?number=many")).hasStatus(400).bodyText().contains("number");
    assertThat(http.get().uri("/count")).hasStatus(400).bodyText().contains("number");
    assertThat(
            http.post().uri("/point").contentType("application/json").content("{\"x\":\"wide\"}"))
        .hasStatus(400)
        .bodyText()
        .contains("Invalid body", "failure");
  }
}
