package dev.processsync.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.processsync.TwoInstances;
import dev.processsync.definition.Side;
import dev.processsync.dictionary.SysId;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator takes a remote system out of service. */
class DisableTest {

  private Side a;
  private Side b;

  @BeforeEach
  void twoLinkedInstances() {
    List<Side> pair = Side.pair(TwoInstances.customer(), TwoInstances.vendor());
    a = pair.get(0);
    b = pair.get(1);
    b.names(a);
    assertThat(b.validateAndActivate().statusCode()).isEqualTo(200);
  }

  @Test
  void setsBothStatesHereAndSaysWhoDidIt() {
    HttpResponse<String> answer = disable(a.remoteSystem());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JsonPath.<String>read(answer.body(), "$.result.message"))
        .isEqualTo("Remote system disabled");
    assertThat(a.states()).isEqualTo("disabled/disabled");
    assertThat(a.system().get("state_reason")).isEqualTo("Disabled by admin.");
    assertThat(b.states()).as("the other side's own").isEqualTo("active/active");
  }

  @Test
  void doesNoHarmWhenItIsDoneAgain() {
    disable(a.remoteSystem());

    assertThat(disable(a.remoteSystem()).statusCode()).isEqualTo(200);
    assertThat(a.states()).isEqualTo("disabled/disabled");
  }

  @Test
  void endsWithValidateAndActivate() {
    disable(a.remoteSystem());

    assertThat(a.validateAndActivate().statusCode()).isEqualTo(200);

    assertThat(a.states()).isEqualTo("active/active");
    assertThat(a.system().get("state_reason")).isEmpty();
  }

  @Test
  void mayNotBeDoneByAnApiUser() {
    HttpResponse<String> answer =
        a.instance()
            .send(
                "POST",
                "api/process-sync/v1/remote-systems/" + a.remoteSystem() + "/disable",
                a.apiUser().login(),
                a.apiUser().password(),
                "{}");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(a.states()).isEqualTo("active/active");
  }

  @Test
  void knowsNoSuchRemoteSystem() {
    assertThat(disable(SysId.next()).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> disable(String remoteSystem) {
    return a.instance().post("api/process-sync/v1/remote-systems/" + remoteSystem + "/disable", "");
  }
}
