package dev.processsync.outbound;

import dev.processsync.definition.RemoteSystem;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.queue.RemoteTrouble;
import dev.processsync.queue.report.Backlog;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a remote system's outbound state true: Error after too many failures in a row, Active again
 * when it answers. Entries stay Ready all the while (docs/reference.md, "Queues"). The lock of the
 * record lets one node at a time decide, so that the error subflow runs once.
 */
@Component
class OutboundState {

  static final String TABLE = "ih_sync_remote_system";

  private static final Logger log = LoggerFactory.getLogger(OutboundState.class);

  private final SyncDefinitions definitions;
  private final Records records;
  private final Trouble trouble;
  private final Backlog backlog;
  private final ErrorFlow errorFlow;
  private final TransactionTemplate transaction;

  OutboundState(
      SyncDefinitions definitions,
      Records records,
      Trouble trouble,
      Backlog backlog,
      ErrorFlow errorFlow,
      PlatformTransactionManager transactions) {
    this.definitions = definitions;
    this.records = records;
    this.trouble = trouble;
    this.backlog = backlog;
    this.errorFlow = errorFlow;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A try failed. */
  void trouble(String remoteSystem, String reason, Duration retryAfter) {
    log.warn("Remote system {} can't be sent to: {}", remoteSystem, reason);
    whileLocked(
        remoteSystem,
        system -> {
          if (is(system, "disabled")) {
            return;
          }
          RemoteTrouble noted = trouble.failed(remoteSystem, retryAfter);
          explain(remoteSystem, reason, noted);
          if (is(system, "active") && trouble.isTooMuch(noted)) {
            fail(system, reason, noted);
          }
        });
  }

  /** The other side is well, and asked to come back later. */
  void busy(String remoteSystem, String reason, Duration retryAfter) {
    log.info("Remote system {} asks to wait: {}", remoteSystem, reason);
    whileLocked(
        remoteSystem,
        system -> {
          if (!is(system, "disabled")) {
            explain(remoteSystem, reason, trouble.busy(remoteSystem, retryAfter));
          }
        });
  }

  /** A try succeeded. */
  void works(String remoteSystem) {
    if (!trouble.isKnown(remoteSystem) && !isInError(remoteSystem)) {
      return;
    }
    whileLocked(
        remoteSystem,
        system -> {
          trouble.over(remoteSystem);
          if (!is(system, "disabled")) {
            log.info("Remote system {} answers again", remoteSystem);
            update(remoteSystem, Map.of("outbound_state", "active", "state_reason", ""));
          }
        });
  }

  private void fail(TableRecord system, String reason, RemoteTrouble noted) {
    String id = system.sysId();
    log.error("Remote system {}: outbound state set to Error", id);
    update(id, Map.of("outbound_state", "error"));
    if (system.has("error_subflow")) {
      errorFlow.start(
          new ErrorRun(
              system.get("error_subflow"),
              id,
              system.get("name"),
              reason,
              noted.since(),
              noted.failures(),
              backlog.ready(id, ErrorRun.MOST_COUNTED)));
    }
  }

  private void whileLocked(String remoteSystem, Consumer<TableRecord> decide) {
    transaction.executeWithoutResult(
        status -> records.lock(Actor.system(), TABLE, remoteSystem).ifPresent(decide));
  }

  private void explain(String remoteSystem, String reason, RemoteTrouble noted) {
    update(remoteSystem, Map.of("state_reason", StateReason.of(reason, noted)));
  }

  private boolean isInError(String remoteSystem) {
    return definitions
        .remoteSystem(remoteSystem)
        .filter(system -> system.outboundState() == RemoteSystem.State.ERROR)
        .isPresent();
  }

  private static boolean is(TableRecord system, String state) {
    return system.get("outbound_state").equals(state);
  }

  private void update(String remoteSystem, Map<String, String> values) {
    records.update(Actor.system(), TABLE, remoteSystem, values);
  }
}
