package dev.processsync.console.subflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.InstanceTest;
import dev.processsync.dictionary.SysId;
import dev.processsync.identity.Role;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The Flow Designer's pages as they are served. */
@InstanceTest
class SubflowPagesTest {

  private static final String PASSWORD = "long enough 1";
  private static final String INBOUND = "inbound-flow-template-basic";

  @Autowired Records records;
  @LocalServerPort int port;

  @Test
  void listsTheSubflowsOfAKindOrName() {
    Browser admin = admin();

    assertThat(admin.getPage("/console/subflows").body())
        .contains(INBOUND, "outbound-flow-template-basic", "error-flow-template-basic")
        .doesNotContain("process-event-inbound");
    assertThat(admin.getPage("/console/subflows?kind=outbound").body())
        .contains("outbound-flow-template-basic")
        .doesNotContain("/console/subflows/" + INBOUND);
    assertThat(admin.getPage("/console/subflows?name=INBOUND%20flow").body())
        .contains(INBOUND)
        .doesNotContain("/console/subflows/outbound-flow-template-basic");
  }

  @Test
  void saysHowToBeginWhenTheFilterFindsNothing() {
    assertThat(admin().getPage("/console/subflows?name=no%20such%20flow").body())
        .contains("No subflow has this name", "More Actions, Copy subflow");
  }

  @Test
  void saysThatThereIsNoSuchSubflow() {
    HttpResponse<String> page = admin().getPage("/console/subflows/no-such-subflow");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("No subflow has the key &#39;no-such-subflow&#39;");
  }

  @Test
  void showsAShippedSubflowWithoutWaysToChangeIt() {
    assertThat(admin().getPage("/console/subflows/" + INBOUND).body())
        .contains("is read-only", "Copy subflow", "Version history")
        .doesNotContain("id=\"save\"", "id=\"publish\"", "id=\"discard\"");
  }

  @Test
  void isForThoseWhoMayChangeDefinitionsOnly() {
    Browser synchronizer = user(Role.PROCESS_SYNC);
    Browser agent = user(Role.ITIL);

    for (String path : List.of("/console/subflows", "/console/subflows/" + INBOUND)) {
      assertThat(synchronizer.getPage(path).statusCode()).as(path).isEqualTo(200);
      assertThat(agent.getPage(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(synchronizer.get("/console/element-templates").body())
        .contains("dev.processsync.transformPayload");
    assertThat(agent.get("/console/element-templates").statusCode()).isEqualTo(403);
    assertThat(agent.getPage("/console/subflows").body())
        .contains("Subflows are for users with the role ih_process_sync or admin.");
  }

  @Test
  void neverLoosensTheSecurityPolicy() {
    assertThat(
            admin()
                .getPage("/console/subflows/" + INBOUND)
                .headers()
                .firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .contains("script-src 'self';", "style-src 'self';")
        .doesNotContain("unsafe", "nonce");
  }

  private Browser admin() {
    Browser browser = new Browser(port);
    browser.logIn("admin", InstanceTest.ADMIN_PASSWORD);
    return browser;
  }

  private Browser user(String role) {
    Actor system = Actor.system();
    String login = "designer." + SysId.next();
    String user =
        records
            .insert(system, "sys_user", Map.of("user_name", login, "user_password", PASSWORD))
            .sysId();
    records.insert(system, "sys_user_has_role", Map.of("user", user, "role", role));
    Browser browser = new Browser(port);
    browser.logIn(login, PASSWORD);
    return browser;
  }
}
