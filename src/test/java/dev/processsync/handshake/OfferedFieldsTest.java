package dev.processsync.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.TwoInstances;
import dev.processsync.definition.Side;
import dev.processsync.definition.SyncTables;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.handshake.OfferedFields.Offered;
import dev.processsync.record.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each side learns at the activation about what the other one sends. */
class OfferedFieldsTest {

  private static final String INBOUND = "inbound-flow-template-basic";

  private Side a;
  private Side b;

  @BeforeEach
  void setUpBothSides() {
    List<Side> pair = Side.pair(TwoInstances.customer(), TwoInstances.vendor());
    a = pair.get(0);
    b = pair.get(1);
    b.names(a);
  }

  @Test
  void bothSidesKnowWhatTheOtherCaptures() {
    sends(a, event(a, "Request Hardware"), "number,severity");
    receives(a, event(a, "Hardware Request Fulfilled"));
    receives(b, event(b, "Request Hardware"));
    sends(b, event(b, "Hardware Request Fulfilled"), "close_code");

    b.validateAndActivate();

    assertThat(offered(b))
        .containsExactly(
            offered(b, "Request Hardware", "sys_class_name", "sys_id", "number", "severity"));
    assertThat(offered(a))
        .containsExactly(
            offered(a, "Hardware Request Fulfilled", "sys_class_name", "sys_id", "close_code"));
  }

  @Test
  void theFieldsOfAllCaptureDefinitionsCount() {
    String event = event(a, "Request Hardware");
    sends(a, event, "number");
    capture(a, event, "problem", "workaround");
    receives(b, event(b, "Request Hardware"));

    a.names(b);
    a.validateAndActivate();

    assertThat(offered(b))
        .containsExactly(
            offered(b, "Request Hardware", "sys_class_name", "sys_id", "number", "workaround"));
  }

  @Test
  void aNewActivationForgetsWhatWasSaidBefore() {
    String event = event(a, "Request Hardware");
    TableRecord capture = sends(a, event, "number");
    receives(b, event(b, "Request Hardware"));
    b.validateAndActivate();

    a.update(SyncTables.CAPTURE, capture.sysId(), Map.of("fields", "severity"));
    b.validateAndActivate();

    assertThat(offered(b))
        .containsExactly(offered(b, "Request Hardware", "sys_class_name", "sys_id", "severity"));
  }

  @Test
  void whatTheOtherSideHasNotSaidIsUnknown() {
    receives(b, event(b, "Request Hardware"));
    Offered unknown = new Offered(b.system().get("name"), "Request Hardware", Optional.empty());

    assertThat(offered(b)).containsExactly(unknown);

    b.validateAndActivate();

    assertThat(offered(b)).as("nothing is captured").containsExactly(unknown);
  }

  @Test
  void whatWasSaidGoesWithTheRemoteSystem() {
    sends(a, event(a, "Request Hardware"), "number");
    b.validateAndActivate();
    assertThat(captures(b)).hasSize(1);

    b.instance().records().delete(Actor.system(), SyncTables.REMOTE_SYSTEM, b.remoteSystem());

    assertThat(captures(b)).isEmpty();
  }

  private static List<TableRecord> captures(Side side) {
    return side.instance()
        .records()
        .findBy(
            Actor.system(),
            SyncTables.REMOTE_CAPTURE,
            Map.of("remote_system", side.remoteSystem()));
  }

  /** Of this test's remote system: others use the template, too. */
  private static List<Offered> offered(Side side) {
    String name = side.system().get("name");
    return side.instance().bean(OfferedFields.class).to(INBOUND).stream()
        .filter(offered -> offered.remoteSystem().equals(name))
        .toList();
  }

  private static Offered offered(Side side, String event, String... fields) {
    return new Offered(side.system().get("name"), event, Optional.of(Set.of(fields)));
  }

  private static String event(Side side, String name) {
    return insert(
            side, SyncTables.PROCESS_EVENT, Map.of("definition", side.definition(), "name", name))
        .sysId();
  }

  private static TableRecord sends(Side side, String event, String fields) {
    bind(side, SyncTables.OUTBOUND_FLOW, event, "outbound-flow-template-basic");
    return capture(side, event, "incident", fields);
  }

  private static TableRecord capture(Side side, String event, String table, String fields) {
    // Nothing that other tests do is captured by it.
    return insert(
        side,
        SyncTables.CAPTURE,
        Map.of(
            "process_event",
            event,
            "state",
            "active",
            "table",
            table,
            "filter",
            "short_description=" + side.definition(),
            "fields",
            fields));
  }

  private static void receives(Side side, String event) {
    bind(side, SyncTables.INBOUND_FLOW, event, INBOUND);
  }

  private static void bind(Side side, String table, String event, String subflow) {
    insert(
        side,
        table,
        Map.of("process_event", event, "remote_system", side.remoteSystem(), "subflow", subflow));
  }

  private static TableRecord insert(Side side, String table, Map<String, String> values) {
    return side.instance().records().insert(Actor.system(), table, values);
  }
}
