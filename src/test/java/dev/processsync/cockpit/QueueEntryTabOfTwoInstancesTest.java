package dev.processsync.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Browser;
import dev.processsync.TwoInstances;
import dev.processsync.TwoInstances.RunningInstance;
import java.net.URI;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;

/** Cockpit has one plugin for all instances of a JVM; each answers of its own flows. */
class QueueEntryTabOfTwoInstancesTest {

  @Test
  void eachKnowsItsOwnProcessInstances() {
    RunningInstance customer = TwoInstances.customer();
    RunningInstance vendor = TwoInstances.vendor();
    RuntimeService runtime = vendor.bean(RuntimeService.class);
    String flow = runtime.startProcessInstanceByKey("remote-system-error").getId();

    assertThat(status(vendor, "vendor", flow)).isEqualTo(204);
    assertThat(status(customer, "customer", flow)).isEqualTo(404);
    assertThat(status(customer, "vendor", flow)).isEqualTo(401);

    runtime.deleteProcessInstance(flow, "the test is over");
  }

  private static int status(RunningInstance asked, String engine, String flow) {
    Browser admin = new Browser(URI.create(asked.url()).getPort());
    admin.logIn("admin", TwoInstances.ADMIN_PASSWORD);
    return admin
        .get(
            "/camunda/api/cockpit/plugin/process-sync/%s/process-instance/%s/queue-entry"
                .formatted(engine, flow))
        .statusCode();
  }
}
