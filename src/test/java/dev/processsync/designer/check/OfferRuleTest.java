package dev.processsync.designer.check;

import static dev.processsync.designer.check.Checks.entry;
import static dev.processsync.designer.check.Checks.inbound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.handshake.OfferedFields.Offered;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OfferRuleTest {

  private static final String MODEL =
      inbound(entry("urgency", "${changed_fields.severity}") + entry("category", "hardware"));

  @AfterEach
  void nothingIsOffered() {
    Checks.offer();
  }

  @Test
  void aFieldThatARemoteSystemNeverSendsIsAWarningForEachFlow() {
    Checks.offer(
        offered("Customer Instance", "sys_id", "short_description"),
        offered("Another Customer", "sys_id", "severity"));

    assertThat(Checks.check(Kind.INBOUND, MODEL))
        .hasSize(2)
        .contains(
            new Problem(
                Problem.Severity.WARNING,
                "ServiceTask_CreateIncidentRecord",
                "Create Incident Record",
                "fields.urgency",
                "Create Incident Record: Remote system 'Customer Instance' never sends 'severity'"
                    + " with event 'Request Hardware': it captures sys_id, short_description. Have"
                    + " it captured there, then validate and activate the remote system again."));
  }

  @Test
  void whatIsNotKnownIsNoWarning() {
    Checks.offer(new Offered("Customer Instance", "Request Hardware", Optional.empty()));

    assertThat(Checks.check(Kind.INBOUND, MODEL)).isEmpty();
  }

  private static Offered offered(String remoteSystem, String... fields) {
    Set<String> captured = new LinkedHashSet<>(List.of(fields));
    return new Offered(remoteSystem, "Request Hardware", Optional.of(captured));
  }
}
