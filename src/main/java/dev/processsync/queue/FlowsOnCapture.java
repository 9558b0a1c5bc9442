package dev.processsync.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.processsync.correlation.Correlation;
import dev.processsync.queue.entry.NewOutboundEntry;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.lane.FlowRun;
import dev.processsync.queue.lane.SendingFlows;
import dev.processsync.record.Operation;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Captures changes and runs their flows in the same transaction, where a flow only sends and
 * nothing is in its way: one row that can be sent as soon as it is committed, instead of one that
 * waits for a turn. Such a flow writes nothing by itself. Its message is written by one statement,
 * which does so only if all is as the flow supposed; if it is not, or if the flow failed, the entry
 * waits for its turn as others do. So a change never fails because of its flow.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FlowsOnCapture {

  private static final Logger log = LoggerFactory.getLogger(FlowsOnCapture.class);

  /** For so long the like of a flow that failed is left to the lanes at once. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final SendingFlows flows;
  private final ReadyMessages messages;
  private final OutboundQueue queue;
  private final Clock clock;
  private final Cache<Kind, Boolean> failed =
      Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(10_000).build();

  FlowsOnCapture(SendingFlows flows, ReadyMessages messages, OutboundQueue queue, Clock clock) {
    this.flows = flows;
    this.messages = messages;
    this.queue = queue;
    this.clock = clock;
  }

  private record Kind(String remoteSystem, String processEvent) {
    static Kind of(NewOutboundEntry entry) {
      return new Kind(entry.remoteSystem(), entry.processEvent());
    }
  }

  /**
   * As {@link OutboundQueue#add}, but the flow has run when it returns, if it can. The transaction
   * must have changed the record itself: who waits for that then finds this entry ahead of its own.
   */
  public void add(NewOutboundEntry captured) {
    QueueEntry entry = captured.entry(clock.millis());
    if (failed.asMap().containsKey(Kind.of(captured))
        || !flows.include(entry)
        || !isSent(captured, new FlowRun(Queue.OUTBOUND, entry, entry.queuedMs()))) {
      queue.add(captured);
    }
  }

  private boolean isSent(NewOutboundEntry captured, FlowRun run) {
    try {
      Optional<Correlation> made = flows.run(run, captured.operation() == Operation.CREATE);
      return run.outcome().waitsToBeSent() && messages.add(captured, run, made);
    } catch (RuntimeException e) {
      failed.put(Kind.of(captured), true);
      log.debug(
          "The flow of {} {} is left to its lane",
          captured.localTable(),
          captured.localRecord(),
          e);
      return false;
    }
  }
}
