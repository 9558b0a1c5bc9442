package dev.processsync.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.jayway.jsonpath.JsonPath;
import dev.processsync.TwoInstances;
import dev.processsync.definition.Side;
import dev.processsync.dictionary.SysId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever knows an instance's secrets, as its copy does, is not yet that instance. */
class KnownHandshakesTest {

  static final String TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789_-ABCDE";

  private Side a;
  private Side b;

  @BeforeEach
  void twoInstancesThatKnowEachOther() {
    List<Side> pair = Side.pair(TwoInstances.customer(), TwoInstances.vendor());
    a = pair.get(0);
    b = pair.get(1);
    a.names(b);
    b.names(a);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", TOKEN, "x"})
  void aCopyThatDoesNotBeginTheHandshakeAtTheKnownAddressIsRefused(String token) {
    HttpResponse<String> answer = say("check", token);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(JsonPath.<String>read(answer.body(), "$.check")).isEqualTo("url");
    assertThat(answer.body()).contains("did not begin this handshake");
    assertThat(a.states()).isEqualTo("disabled/disabled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"listen", "speak", "withdraw"})
  void noStepIsTakenBeforeItIsProvenWhoAsks(String phase) {
    HttpResponse<String> answer = say(phase, TOKEN);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("has not checked who asks");
    assertThat(a.states()).isEqualTo("disabled/disabled");
  }

  @Test
  void whatOneHandshakeHasProvenIsNoProofForAnotherRecord() {
    KnownHandshakes known = a.instance().bean(KnownHandshakes.class);
    String token = known.begin(a.remoteSystem());

    assertThat(known.isBegun(token, a.remoteSystem())).isTrue();
    assertThat(known.isBegun(token, SysId.next())).isFalse();
    assertThat(known.isConfirmed(token, a.remoteSystem())).isFalse();
    assertThat(known.isBegun(token + "A", a.remoteSystem())).isFalse();
  }

  @Test
  void aPartnerDoesNotEndWhatAnAdministratorDisabled() {
    assertThat(b.validateAndActivate().statusCode()).isEqualTo(200);
    disable(a);

    HttpResponse<String> answer = b.validateAndActivate();

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("was disabled by an administrator of this instance");
    assertThat(a.states()).isEqualTo("disabled/disabled");
    assertThat(a.system().get("state_reason")).isEqualTo("Disabled by admin.");
    a.instance().bean(KnownHandshakes.class).confirmed(TOKEN, a.remoteSystem());
    for (String phase : List.of("check", "listen", "speak")) {
      assertThat(say(phase, TOKEN).statusCode()).isEqualTo(422);
      assertThat(a.states()).isEqualTo("disabled/disabled");
    }
    assertThat(a.validateAndActivate().statusCode()).isEqualTo(200);
    assertThat(a.states()).isEqualTo("active/active");
  }

  @Test
  void aDisableThatWasNotedInWordsAloneIsOneToo() {
    a.change(
        Map.of(
            "outbound_state", "disabled",
            "inbound_state", "disabled",
            "state_reason", "Disabled by admin."));

    assertThat(b.validateAndActivate().statusCode()).isEqualTo(422);
    assertThat(a.validateAndActivate().statusCode()).isEqualTo(200);
  }

  @Test
  void whatBothSidesDisabledComesBackWhenBothWantIt() {
    assertThat(b.validateAndActivate().statusCode()).isEqualTo(200);
    disable(a);
    disable(b);

    assertThat(a.validateAndActivate().statusCode()).isEqualTo(422);
    assertThat(a.states()).isEqualTo("disabled/disabled");
    assertThat(b.validateAndActivate().statusCode()).isEqualTo(200);

    assertThat(a.states()).isEqualTo("active/active");
    assertThat(b.states()).isEqualTo("active/active");
  }

  @Test
  void tooManyHandshakesOfOneRecordAreAskedToComeLater() {
    HttpResponse<String> answer = say("check", "");
    for (int i = 0; i < 20; i++) {
      answer = say("check", "");
    }

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("60");
  }

  @Test
  void aCallerWhoseCallBacksHangHasNoFurtherOnesAndOthersStillHave() {
    HandshakeLimit limit = new HandshakeLimit();

    limit.during(
        "one",
        "hanging",
        () ->
            limit.during(
                "two",
                "hanging",
                () -> {
                  assertThatExceptionOfType(TooManyHandshakes.class)
                      .isThrownBy(() -> limit.during("three", "hanging", () -> {}));
                  limit.during("four", "other", () -> {});
                }));
    limit.during("three", "hanging", () -> {});
  }

  private static void disable(Side side) {
    assertThat(
            side.instance()
                .post("api/process-sync/v1/remote-systems/" + side.remoteSystem() + "/disable", "")
                .statusCode())
        .isEqualTo(200);
  }

  /** What a program says to A that has all that B has. */
  private HttpResponse<String> say(String phase, String token) {
    return a.instance()
        .send(
            "POST",
            "api/process-sync/v1/remote-systems/" + a.remoteSystem() + "/handshake",
            a.apiUser().login(),
            a.apiUser().password(),
            "{\"phase\":\"%s\",\"remote_system\":\"%s\",\"handshake\":\"%s\"}"
                .formatted(phase, b.remoteSystem(), token));
  }
}
