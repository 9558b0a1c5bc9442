package dev.processsync.handshake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.jayway.jsonpath.JsonPath;
import dev.processsync.TwoInstances;
import dev.processsync.connection.ConnectionProblem;
import dev.processsync.definition.Mapping;
import dev.processsync.definition.Side;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.identity.Users;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each wrong setting has its own message, and activates nothing. Started on the vendor's side. */
class ValidationFailuresTest {

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private Side a;
  private Side b;

  @BeforeEach
  void setUpBothSides() {
    use(Side.pair(TwoInstances.customer(), TwoInstances.vendor()));
  }

  /** For tests that spoil users. */
  private void setUpWithOwnUsers() {
    use(Side.pairWithOwnUsers(TwoInstances.customer(), TwoInstances.vendor()));
  }

  private void use(List<Side> pair) {
    a = pair.get(0);
    b = pair.get(1);
    b.names(a);
  }

  @Test
  void saysThatThePathIsWrong() {
    b.connectTo(a.instance().url() + "somewhere");

    refused("url").contains("somewhere/ is not the sync API of an instance");
  }

  @Test
  void saysThatTheHostIsNoInstance() {
    answerWith(aResponse().withStatus(404).withBody("<html>Not found</html>"));
    refused("url").contains("is not the sync API of an instance (HTTP 404)");

    answerWith(aResponse().withStatus(200).withBody("<html>Welcome</html>"));
    refused("url").contains("is not the sync API of an instance (HTTP 200)");

    answerWith(okJson("{\"result\":{\"remote_system\":\"not a sys_id\"}}"));
    refused("url").contains("is not the sync API of an instance (HTTP 200)");

    answerWith(okJson("[1,2"));
    refused("url").contains("is not the sync API of an instance (HTTP 200)");
  }

  @Test
  void saysWhereARedirectLeads() {
    answerWith(
        aResponse().withStatus(301).withHeader("Location", "https://vendor.example/welcome"));

    refused("url").contains("redirects to 'https://vendor.example/welcome' (HTTP 301)");
  }

  @Test
  void saysThatTheOtherSideIsDown() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    b.connectTo("http://localhost:" + free);

    refused("reachability").contains("can't be reached").contains("refused");
  }

  @Test
  void saysThatTheHostIsUnknown() {
    b.connectTo("http://no-such-host.invalid");

    refused("reachability").contains("The host 'no-such-host.invalid' is unknown");
  }

  @Test
  void saysThatNobodyAnswersInTime() {
    answerWith(aResponse().withFixedDelay((int) TwoInstances.PATIENCE.plusSeconds(5).toMillis()));

    refused("reachability").contains("did not answer within");
  }

  @Test
  void saysThatThePasswordIsWrong() {
    setUpWithOwnUsers();
    b.logInAs(new Side.User("", a.apiUser().login(), "not the password"));

    refused("credentials").contains("User '" + a.apiUser().login() + "' can't log in at");
  }

  @Test
  void saysThatTheOtherSidesUserIsInactive() {
    setUpWithOwnUsers();
    a.update("sys_user", a.apiUser().sysId(), Map.of("active", "false"));

    refused("credentials").contains("see that this user is active there");
  }

  @Test
  void saysThatTheUserLacksTheRole() {
    Side.User plain = Side.user(a.instance(), "plain");
    b.logInAs(plain);

    refused("role")
        .contains("User '" + plain.login() + "' may not call the sync API")
        .contains("Grant the role ih_process_sync_api to user '" + plain.login() + "'");
  }

  @Test
  void saysThatTheUserIsNotTheInboundApiUserThere() {
    Side.User another = Side.apiUser(a.instance());
    b.logInAs(another);

    refused("inbound_api_user")
        .contains(
            "'customer' answers: User '"
                + another.login()
                + "' is not the Inbound API User of Remote System '"
                + a.remoteSystem()
                + "' here.");
  }

  @Test
  void saysThatSomeoneElseThanTheInboundApiUserCallsBack() {
    Side.User another = Side.apiUser(b.instance());
    a.logInAs(another);

    refused("inbound_api_user")
        .contains(
            "'customer' answers: 'vendor' answers: User '"
                + another.login()
                + "' is not the Inbound API User of Remote System '"
                + b.remoteSystem()
                + "' here.");
  }

  @Test
  void saysThatTheOtherSideCanNotLogInHere() {
    setUpWithOwnUsers();
    a.logInAs(new Side.User("", b.apiUser().login(), "not the password"));

    refused("credentials")
        .contains("'customer' answers: User '" + b.apiUser().login() + "' can't log in at");
  }

  @Test
  void saysThatTheOtherSideReachesNobodyHere() {
    a.connectTo("http://no-such-host.invalid");

    refused("reachability")
        .contains("'customer' answers: The other instance can't be reached")
        .contains("'no-such-host.invalid' is unknown");
    assertThat(a.system().get("state_reason")).contains("no-such-host.invalid");
  }

  @Test
  void saysThatTheExternalIdIsUnknownThere() {
    String unknown = SysId.next();
    b.change(Map.of("external_id", unknown));

    refused("external_id")
        .contains("'customer' answers: There is no Remote System with the sys_id '" + unknown);
  }

  @Test
  void proposesTheRecordThatNamesUsInstead() {
    b.change(Map.of("external_id", SysId.next()));
    a.names(b);

    refused("external_id").contains("Set the External ID to '" + a.remoteSystem() + "'");
  }

  @Test
  void saysThatTheRecordsNameDifferentOnes() {
    String third = SysId.next();
    a.change(Map.of("external_id", third));

    refused("external_id")
        .contains(
            "has the External ID '"
                + third
                + "', but the record that asks is '"
                + b.remoteSystem());
  }

  @Test
  void saysThatNeitherSideNamesTheOther() {
    b.change(Map.of("external_id", ""));

    refused("external_id").contains("and the side that asks has no External ID either");
  }

  @Test
  void saysThatTheUrlLeadsBackHere() {
    b.connectTo(b.instance().url());
    b.logInAs(b.apiUser());

    refused("url").contains("leads back to the instance that asks");
  }

  @Test
  void saysThatTheAliasHasNoConnection() {
    b.update("http_connection", b.connection(), Map.of("active", "false"));

    refused("connection").contains("has no active connection");
  }

  @Test
  void saysThatTheOtherSidesAliasHasNoConnection() {
    a.update("http_connection", a.connection(), Map.of("active", "false"));

    refused("connection").contains("'customer' answers:").contains("has no active connection");
  }

  @Test
  void repeatsWhyAConnectionIsNotAllowed() {
    OurSide withoutHttp =
        new OurSide(
            alias -> {
              throw new ConnectionProblem("http shows the password: use https.");
            },
            b.instance().bean(Users.class),
            b.instance().records());

    assertThatExceptionOfType(CheckFailed.class)
        .isThrownBy(() -> withoutHttp.check(Mapping.remoteSystem(b.system())))
        .satisfies(
            failed -> {
              assertThat(failed.check()).isEqualTo(Check.CONNECTION);
              assertThat(failed.remedy()).isEqualTo("http shows the password: use https.");
            });
  }

  @Test
  void saysThatTheInboundApiUserHereLacksItsRole() {
    Side.User plain = Side.user(b.instance(), "plain");
    b.change(Map.of("inbound_api_user", plain.sysId()));

    refused("inbound_api_user")
        .contains("is user '" + plain.login() + "', who lacks the role ih_process_sync_api");
  }

  @Test
  void saysThatTheRunAsUserLacksItsRoleOrIsInactive() {
    Side.User plain = Side.user(b.instance(), "plain");
    b.change(Map.of("run_as", plain.sysId()));
    refused("run_as").contains("'Run as'").contains("who lacks the role ih_process_sync_run_as");

    b.update("sys_user", plain.sysId(), Map.of("active", "false"));
    refused("run_as").contains("'" + plain.login() + "', who is inactive");
  }

  @Test
  void saysThatTheOtherSidesRunAsUserIsInactive() {
    setUpWithOwnUsers();
    a.update("sys_user", a.runAs(), Map.of("active", "false"));

    refused("run_as").contains("'customer' answers: 'Run as'");
  }

  @Test
  void leavesARunningSystemRunningWhenACheckFails() {
    setUpWithOwnUsers();
    assertThat(b.validateAndActivate().statusCode()).isEqualTo(200);
    a.update("sys_user", a.runAs(), Map.of("active", "false"));

    assertThat(b.validateAndActivate().statusCode()).isEqualTo(422);

    assertThat(b.states()).isEqualTo("active/active");
    assertThat(b.system().get("state_reason")).contains("who is inactive");
  }

  @Test
  void activatesNeitherWhenTheLastStepFails() {
    answerWith(okJson("{\"result\":{\"remote_system\":\"" + a.remoteSystem() + "\"}}"));
    SERVER.stubFor(
        post(anyUrl())
            .withRequestBody(containing("\"phase\":\"speak\""))
            .willReturn(aResponse().withStatus(500)));

    refused("url").contains("(HTTP 500)");

    SERVER.verify(postRequestedFor(anyUrl()).withRequestBody(containing("\"phase\":\"withdraw\"")));
  }

  @Test
  void withdrawsOnTheOtherSide() {
    assertThat(b.validateAndActivate().statusCode()).isEqualTo(200);

    HttpResponse<String> answer =
        handshake("{\"phase\":\"withdraw\",\"remote_system\":\"" + b.remoteSystem() + "\"}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(a.states()).as("of a handshake that nobody began").isEqualTo("active/active");

    a.instance().bean(KnownHandshakes.class).confirmed(KnownHandshakesTest.TOKEN, a.remoteSystem());
    assertThat(
            handshake(
                    "{\"phase\":\"withdraw\",\"handshake\":\"%s\",\"remote_system\":\"%s\"}"
                        .formatted(KnownHandshakesTest.TOKEN, b.remoteSystem()))
                .statusCode())
        .isEqualTo(200);
    assertThat(a.states()).isEqualTo("disabled/disabled");
    assertThat(a.system().get("state_reason")).contains("could not complete the activation");
  }

  @Test
  void refusesHandshakesThatAreNone() {
    assertThat(handshake("{\"phase\":").statusCode()).isEqualTo(400);
    assertThat(handshake("null").statusCode()).isEqualTo(400);
    assertThat(handshake("[]").statusCode()).isEqualTo(400);
    assertThat(handshake("{}").body()).contains("names its phase");
    assertThat(handshake("{\"phase\":\"hello\",\"remote_system\":\"" + SysId.next() + "\"}").body())
        .contains("no handshake");
    assertThat(handshake("{\"phase\":\"" + "x".repeat(1_000_001) + "\"}").statusCode())
        .isEqualTo(413);
    assertThat(a.states()).isEqualTo("disabled/disabled");
  }

  @Test
  void refusesAHandshakeOfAnAdministrator() {
    HttpResponse<String> answer =
        a.instance()
            .post(
                "api/process-sync/v1/remote-systems/" + a.remoteSystem() + "/handshake",
                "{\"phase\":\"speak\",\"remote_system\":\"" + b.remoteSystem() + "\"}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(a.states()).isEqualTo("disabled/disabled");
  }

  @Test
  void mayNotBeStartedByAnApiUser() {
    HttpResponse<String> answer =
        b.instance()
            .send(
                "POST",
                "api/process-sync/v1/remote-systems/" + b.remoteSystem() + "/validate-and-activate",
                b.apiUser().login(),
                b.apiUser().password(),
                "{}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(b.states()).isEqualTo("disabled/disabled");
  }

  @Test
  void knowsNoSuchRemoteSystem() {
    HttpResponse<String> answer =
        b.instance()
            .post(
                "api/process-sync/v1/remote-systems/" + SysId.next() + "/validate-and-activate",
                "{}");

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  private void answerWith(ResponseDefinitionBuilder response) {
    SERVER.resetAll();
    SERVER.stubFor(any(anyUrl()).willReturn(response));
    b.connectTo(SERVER.baseUrl());
  }

  private HttpResponse<String> handshake(String json) {
    return a.instance()
        .send(
            "POST",
            "api/process-sync/v1/remote-systems/" + a.remoteSystem() + "/handshake",
            a.apiUser().login(),
            a.apiUser().password(),
            json);
  }

  /** Validates on B; the message and what to do about it. */
  private AbstractStringAssert<?> refused(String check) {
    HttpResponse<String> answer = b.validateAndActivate();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(JsonPath.<String>read(answer.body(), "$.status")).isEqualTo("failure");
    assertThat(JsonPath.<String>read(answer.body(), "$.check")).as(answer.body()).isEqualTo(check);
    String message = JsonPath.read(answer.body(), "$.error.message");
    String detail = JsonPath.read(answer.body(), "$.error.detail");
    TableRecord here = b.system();
    assertThat(here.get("state_reason")).isEqualTo(message + " " + detail);
    assertThat(b.states()).isEqualTo("disabled/disabled");
    assertThat(a.states()).isEqualTo("disabled/disabled");
    return assertThat(message + " " + detail);
  }
}
