package dev.processsync.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.support.CommittedMemory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class SyncDefinitionsTest extends SyncRecords {

  @Autowired SyncDefinitions definitions;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void knowsADefinitionAsSoonAsItIsCommitted() {
    SyncProcess process = process();
    var capture = capture(process, Map.of("fields", "number,state", "filter", "state=6"));

    assertThat(mine(process))
        .containsExactly(
            new CaptureDefinition(
                capture.sysId(),
                process.definition(),
                process.event(),
                100,
                "incident",
                "state=6",
                List.of("sys_id", "number", "state"),
                false));
  }

  @Test
  void forgetsADefinitionThatIsSetToDraftOrDeleted() {
    SyncProcess process = process();
    var first = capture(process, Map.of());
    var second = capture(process, Map.of());

    update(SyncTables.CAPTURE, first.sysId(), Map.of("state", "draft"));
    records.delete(SYSTEM, SyncTables.CAPTURE, second.sysId());

    assertThat(mine(process)).isEmpty();
  }

  @Test
  void answersLowestOrderFirst() {
    SyncProcess process = process();
    var last = capture(process, Map.of("order", "200"));
    var first = capture(process, Map.of("order", "5"));

    assertThat(mine(process))
        .extracting(CaptureDefinition::sysId)
        .containsExactly(first.sysId(), last.sysId());
  }

  @Test
  void seesItsOwnTransactionsChangesWhileOthersDoNot() {
    SyncProcess process = process();
    transaction()
        .executeWithoutResult(
            status -> {
              capture(process, Map.of());
              assertThat(mine(process)).hasSize(1);
              capture(process, Map.of());
              assertThat(mine(process)).hasSize(2);
              assertThat(CompletableFuture.supplyAsync(() -> mine(process)).join()).isEmpty();
              assertThat(inNewTransaction(process)).isEmpty();
              assertThat(mine(process)).hasSize(2);
              status.setRollbackOnly();
            });

    assertThat(mine(process)).isEmpty();
  }

  @Test
  void findsFlowsByEventAndRemoteSystem() {
    SyncProcess process = process();
    var outbound =
        insert(
            SyncTables.OUTBOUND_FLOW,
            Map.of(
                "process_event", process.event(),
                "remote_system", process.remoteSystem(),
                "subflow", "send-it"));
    var inbound =
        insert(
            SyncTables.INBOUND_FLOW,
            Map.of(
                "process_event", process.event(),
                "remote_system", process.remoteSystem(),
                "subflow", "apply-it"));

    assertThat(definitions.outboundFlows(process.event()))
        .extracting(FlowBinding::sysId)
        .containsExactly(outbound.sysId());
    assertThat(definitions.outboundFlow(process.event(), process.remoteSystem())).isPresent();
    assertThat(definitions.inboundFlow(process.remoteSystem(), "Request Hardware"))
        .map(FlowBinding::sysId)
        .contains(inbound.sysId());
  }

  @Test
  void findsEventsByTheirExactName() {
    SyncProcess process = process();

    assertThat(definitions.processEvent(process.remoteSystem(), "Request Hardware"))
        .contains(process.event());
    assertThat(definitions.processEvent(process.remoteSystem(), "request hardware")).isEmpty();
    assertThat(definitions.inboundFlow(process.remoteSystem(), "request hardware")).isEmpty();
    assertThat(definitions.eventNames(process.remoteSystem())).containsExactly("Request Hardware");
    assertThat(definitions.eventName(process.event())).contains("Request Hardware");
    assertThat(definitions.processEvent(tag, "Request Hardware")).isEmpty();
  }

  @Test
  void knowsARemoteSystemWithItsStates() {
    String id = process().remoteSystem();
    update(SyncTables.REMOTE_SYSTEM, id, Map.of("outbound_state", "error"));

    assertThat(definitions.remoteSystem(id))
        .map(RemoteSystem::outboundState)
        .contains(RemoteSystem.State.ERROR);
  }

  @Test
  void learnsWithinSecondsWhatAnotherNodeChanged() {
    AtomicLong now = new AtomicLong();
    SyncProcess process = process();
    SyncDefinitions elsewhere = new DefinitionsInMemory(new Snapshots(records, clock(now)));
    assertThat(elsewhere.eventNames(process.remoteSystem())).containsExactly("Request Hardware");

    event(process.definition(), "Hardware Request Fulfilled");
    assertThat(elsewhere.eventNames(process.remoteSystem())).hasSize(1);

    now.addAndGet(CommittedMemory.REFRESH.toMillis());
    assertThat(elsewhere.eventNames(process.remoteSystem())).hasSize(2);
  }

  private List<CaptureDefinition> inNewTransaction(SyncProcess process) {
    TransactionTemplate another = transaction();
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return another.execute(status -> mine(process));
  }

  private static Clock clock(AtomicLong millis) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return Instant.ofEpochMilli(millis.get());
      }
    };
  }

  private TransactionTemplate transaction() {
    return new TransactionTemplate(transactions);
  }

  private List<CaptureDefinition> mine(SyncProcess process) {
    return definitions.activeCaptures("incident").stream()
        .filter(capture -> capture.definition().equals(process.definition()))
        .toList();
  }
}
