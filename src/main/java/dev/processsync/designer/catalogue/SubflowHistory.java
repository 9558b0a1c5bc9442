package dev.processsync.designer.catalogue;

import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.flow.deployment.ModelDeployed;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import dev.processsync.record.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Who did what with a subflow, and when. Written in the transaction that does it. */
@Component
class SubflowHistory {

  static final String TABLE = "ih_sync_subflow_history";

  /** The designer saves after every change: what one person saves within this time is one line. */
  private static final Duration SITTING = Duration.ofMinutes(10);

  private final Records records;
  private final Published published;
  private final CurrentActor currentActor;
  private final Clock clock;

  SubflowHistory(Records records, Published published, CurrentActor currentActor, Clock clock) {
    this.records = records;
    this.published = published;
    this.currentActor = currentActor;
    this.clock = clock;
  }

  /** What can be done with a subflow. */
  enum Action {
    COPIED,
    SAVED,
    DISCARDED,
    RESTORED,
    PUBLISHED,
    DEPLOYED,
    DEACTIVATED,
    ACTIVATED,
    DELETED
  }

  /**
   * @param version of the published model that it is about, 0 if it is about none
   */
  void note(String key, Action action, int version, String details) {
    note(key, action, version, details, currentActor.get().userName());
  }

  /** Notes that the draft was saved, unless the same person saved it a short while ago. */
  void noteSaved(String key) {
    LocalDateTime since = LocalDateTime.ofInstant(clock.instant().minus(SITTING), ZoneOffset.UTC);
    Query recent =
        Query.equal("subflow", key)
            .and(Query.equal("action", Action.SAVED.name().toLowerCase(Locale.ROOT)))
            .and(Query.equal("done_by", currentActor.get().userName()))
            .and(Query.parse("sys_created_on>" + since.format(FieldValue.DATE_TIME)));
    if (records.list(Actor.system(), TABLE, recent, 0, 1).isEmpty()) {
      note(key, Action.SAVED, 0, "");
    }
  }

  /** Before the commit and not earlier: only then the engine has written what it deployed. */
  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void deployed(ModelDeployed model) {
    if (published.isSubflow(model.definition())) {
      note(model.key(), Action.DEPLOYED, model.version(), "", model.user());
    }
  }

  /** What happened to a subflow, the newest first. */
  List<TableRecord> of(String key) {
    Query ofKey = Query.equal("subflow", key).and(Query.parse("ORDERBYDESCsys_created_on"));
    return records.list(Actor.system(), TABLE, ofKey, 0, 1_000);
  }

  private void note(String key, Action action, int version, String details, String user) {
    records.insert(
        Actor.system(),
        TABLE,
        Map.of(
            "subflow", key,
            "action", action.name().toLowerCase(Locale.ROOT),
            "version", version == 0 ? "" : Integer.toString(version),
            "done_by", user,
            "details", details));
  }
}
