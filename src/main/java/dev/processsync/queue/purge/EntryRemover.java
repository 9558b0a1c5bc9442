package dev.processsync.queue.purge;

import static dev.processsync.queue.entry.QueueColumns.FLOW_CONTEXT;
import static dev.processsync.queue.entry.QueueColumns.LANE;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_SYSTEM;
import static dev.processsync.queue.entry.QueueColumns.SEQUENCE;
import static dev.processsync.queue.entry.QueueColumns.STAGE;
import static dev.processsync.queue.entry.QueueColumns.SYS_ID;

import dev.processsync.queue.TransmitTurns;
import dev.processsync.queue.entry.EntryReleased;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.Stage;
import dev.processsync.queue.lane.LaneSignals;
import dev.processsync.queue.lane.Lanes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deletes entries that are not done, while nobody works on them. */
@Component
class EntryRemover {

  private final DSLContext sql;
  private final Lanes lanes;
  private final TransmitTurns turns;
  private final LaneSignals signals;
  private final ApplicationEventPublisher events;

  EntryRemover(
      DSLContext sql,
      Lanes lanes,
      TransmitTurns turns,
      LaneSignals signals,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.lanes = lanes;
    this.turns = turns;
    this.signals = signals;
    this.events = events;
  }

  /** An entry that may be deleted if it still is what it was. */
  record Candidate(
      String sysId, long sequence, int lane, String remoteSystem, String stage, String flow) {

    static final List<Field<?>> COLUMNS =
        List.of(SYS_ID, SEQUENCE, LANE, REMOTE_SYSTEM, STAGE, FLOW_CONTEXT);

    static Candidate of(Record row) {
      return new Candidate(
          row.get(SYS_ID),
          row.get(SEQUENCE),
          row.get(LANE).intValue(),
          row.get(REMOTE_SYSTEM),
          row.get(STAGE),
          Objects.requireNonNullElse(row.get(FLOW_CONTEXT), ""));
    }

    boolean isInEngine() {
      return stage.equals(Stage.ENGINE.value());
    }
  }

  /**
   * What goes in one transaction: entries of a lane; one whose flow the engine has alone, because
   * the engine may be running it.
   */
  static Collection<List<Candidate>> together(List<Candidate> candidates, int atMost) {
    Map<String, List<Candidate>> groups = new LinkedHashMap<>();
    Map<Integer, Integer> inLane = new LinkedHashMap<>();
    for (Candidate each : candidates) {
      String group =
          each.isInEngine()
              ? each.sysId()
              : each.lane() + "/" + inLane.merge(each.lane(), 1, Integer::sum) / atMost;
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(each);
    }
    return groups.values();
  }

  /**
   * @param condition which of them may still be deleted
   * @return the sys_ids of those that were
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public List<String> delete(Queue queue, List<Candidate> candidates, Condition condition) {
    Candidate first = candidates.get(0);
    lanes.await(queue, first.lane());
    Set<String> remoteSystems =
        candidates.stream().map(Candidate::remoteSystem).collect(Collectors.toSet());
    Set<String> spokenTo = queue == Queue.OUTBOUND ? turns.spokenTo(remoteSystems) : Set.of();
    List<String> ids =
        sql.select(SYS_ID)
            .from(QueueColumns.table(queue))
            .where(SYS_ID.in(candidates.stream().map(Candidate::sysId).toList()))
            .and(condition)
            .and(first.isInEngine() ? STAGE.eq(first.stage()) : STAGE.ne(Stage.ENGINE.value()))
            .andNot(STAGE.eq(Stage.TRANSMIT.value()).and(REMOTE_SYSTEM.in(spokenTo)))
            .forUpdate()
            .fetch(SYS_ID);
    if (first.isInEngine() && !ids.isEmpty()) {
      events.publishEvent(new EntryReleased(first.sysId(), first.flow(), false));
    }
    sql.deleteFrom(QueueColumns.table(queue)).where(SYS_ID.in(ids)).execute();
    signals.afterCommit(queue, first.lane());
    remoteSystems.forEach(signals::afterCommit);
    return ids;
  }
}
