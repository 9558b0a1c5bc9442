package dev.processsync.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.processsync.TwoInstances;
import dev.processsync.definition.Side;
import dev.processsync.handshake.Offer.Captured;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances, linked over real HTTP (steps 24 to 27). */
class ValidateAndActivateTest {

  private Side a;
  private Side b;

  @BeforeEach
  void setUpBothSides() {
    List<Side> pair = Side.pair(TwoInstances.customer(), TwoInstances.vendor());
    a = pair.get(0);
    b = pair.get(1);
  }

  @Test
  void activatesBothWhenTheTutorialIsFollowedToTheLetter() {
    b.names(a);

    assertSuccess(b.validateAndActivate());

    assertThat(a.states()).isEqualTo("active/active");
    assertThat(b.states()).isEqualTo("active/active");
    assertThat(a.system().get("external_id")).isEqualTo(b.remoteSystem());
  }

  @Test
  void activatesBothWhenTheTutorialIsFollowedAsMeant() {
    a.names(b);
    b.names(a);

    assertSuccess(b.validateAndActivate());

    assertThat(a.states()).isEqualTo("active/active");
    assertThat(b.states()).isEqualTo("active/active");
  }

  @Test
  void activatesBothWhenStartedOnTheOtherSide() {
    a.names(b);
    b.names(a);

    assertSuccess(a.validateAndActivate());

    assertThat(a.states()).isEqualTo("active/active");
    assertThat(b.states()).isEqualTo("active/active");
  }

  @Test
  void findsTheExternalIdOutWhenOnlyTheOtherSideKnowsUs() {
    b.names(a);

    HttpResponse<String> answer = a.validateAndActivate();

    assertSuccess(answer);
    assertThat(JsonPath.<String>read(answer.body(), "$.result.external_id"))
        .isEqualTo(b.remoteSystem());
    assertThat(a.system().get("external_id")).isEqualTo(b.remoteSystem());
    assertThat(b.states()).isEqualTo("active/active");
  }

  @Test
  void fillsTheOtherSidesExternalId() {
    a.names(b);

    assertSuccess(a.validateAndActivate());

    assertThat(b.system().get("external_id")).isEqualTo(a.remoteSystem());
  }

  @Test
  void doesNoHarmWhenItIsDoneAgain() {
    b.names(a);
    assertSuccess(b.validateAndActivate());

    assertSuccess(b.validateAndActivate());
    assertSuccess(a.validateAndActivate());

    assertThat(a.states()).isEqualTo("active/active");
    assertThat(b.states()).isEqualTo("active/active");
  }

  @Test
  void bringsASystemInErrorBack() {
    b.names(a);
    assertSuccess(b.validateAndActivate());
    b.change(Map.of("outbound_state", "error", "state_reason", "Nobody answered."));

    assertSuccess(b.validateAndActivate());

    assertThat(b.states()).isEqualTo("active/active");
    assertThat(b.system().get("state_reason")).isEmpty();
  }

  @Test
  void keepsSeveralDefinitionsApart() {
    List<Side> others = Side.pair(TwoInstances.customer(), TwoInstances.vendor());
    b.names(a);
    others.get(1).names(others.get(0));

    assertSuccess(b.validateAndActivate());

    assertThat(a.states()).isEqualTo("active/active");
    assertThat(others.get(0).states()).isEqualTo("disabled/disabled");
  }

  @Test
  void tellsWhichEventsTheOtherSideLacks() {
    b.names(a);
    a.event("Request Hardware");
    a.event("Hardware Request Fulfilled");
    b.event("Request Hardware");
    b.event("Return Hardware");

    assertThat(warnings(b.validateAndActivate()))
        .containsExactly(
            "Process event 'Return Hardware' exists here but not on 'customer': create it there with exactly this name.",
            "Process event 'Hardware Request Fulfilled' exists on 'customer' but not here: create it here with exactly this name.");
  }

  @Test
  void tellsWhichEventsDifferOnlyInCase() {
    b.names(a);
    a.event("Request Hardware");
    b.event("Request hardware");

    assertThat(warnings(b.validateAndActivate()))
        .containsExactly(
            "Process event 'Request hardware' is called 'Request Hardware' on 'customer'. Names are case-sensitive, so the two are not linked: make them equal.");
  }

  @Test
  void warnsOfNothingWhenBothSidesFit() {
    b.names(a);
    a.event("Request Hardware");
    b.event("Request Hardware");

    assertThat(warnings(b.validateAndActivate())).isEmpty();
  }

  @Test
  void tellsWhichCapturedFieldsTheReceiverLacks() {
    Offer theirs =
        new Offer(
            "customer",
            List.of("Request Hardware"),
            List.of(new Captured("Request Hardware", "incident", List.of("sys_id", "u_asset"))),
            "");

    assertThat(TwoInstances.vendor().bean(Offers.class).unknownFields(theirs))
        .containsExactly(
            "'customer' captures u_asset of incident for 'Request Hardware', which incident has not got on 'vendor': let the inbound flow map it to something else.");
  }

  private static List<String> warnings(HttpResponse<String> answer) {
    assertSuccess(answer);
    return JsonPath.read(answer.body(), "$.result.warnings");
  }

  private static void assertSuccess(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JsonPath.<String>read(answer.body(), "$.result.message"))
        .isEqualTo("Remote system validated and activated successfully");
  }
}
