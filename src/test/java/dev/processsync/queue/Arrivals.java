package dev.processsync.queue;

import dev.processsync.queue.entry.NewInboundEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes messages in as the inbox does, and notes what was committed in which order. */
final class Arrivals {

  private final InboundQueue queue;
  private final TransactionTemplate transaction;
  private final DSLContext sql;
  private final List<String> committed = new ArrayList<>();

  Arrivals(ApplicationContext context) {
    this.queue = context.getBean(InboundQueue.class);
    this.transaction = context.getBean(TransactionTemplate.class);
    this.sql = context.getBean(DSLContext.class);
    QueueSlice.empty(sql);
  }

  /** Looking again once has to be enough: nobody overtakes the second time. */
  void receive(Arrival arrival) {
    try {
      tryToReceive(arrival, arrival.overtaking());
    } catch (DuplicateKeyException overtaken) {
      tryToReceive(arrival, List.of());
    }
  }

  private void tryToReceive(Arrival arrival, List<Arrival> overtaking) {
    transaction.executeWithoutResult(
        status -> {
          List<NewInboundEntry> fresh =
              arrival.without(queue.arrived(arrival.remoteSystem(), arrival.messageIds()));
          overtaking.forEach(other -> CompletableFuture.runAsync(() -> receive(other)).join());
          queue.add(fresh);
          Commit.after(() -> fresh.forEach(this::committed));
          if (arrival.rolledBack()) {
            status.setRollbackOnly();
          }
        });
  }

  private synchronized void committed(NewInboundEntry entry) {
    committed.add(name(entry.remoteSystem(), entry.localCorrelationId(), entry.messageId()));
  }

  synchronized List<String> committed() {
    return List.copyOf(committed);
  }

  /** The stored messages in the order in which they will be applied. */
  List<String> stored() {
    return sql.fetch(
            """
            select remote_system, local_correlation_id, message_id
            from process_sync.ih_sync_inbound_queue
            order by sequence
            """)
        .map(
            row ->
                name(
                    text(row.get("remote_system", String.class)),
                    text(row.get("local_correlation_id", String.class)),
                    text(row.get("message_id", String.class))));
  }

  private static String text(String value) {
    return Objects.requireNonNull(value);
  }

  private static String name(String remoteSystem, String correlation, String messageId) {
    return remoteSystem + "/" + correlation + "/" + messageId;
  }
}
