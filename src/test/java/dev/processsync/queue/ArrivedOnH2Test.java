package dev.processsync.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.H2Plan;
import dev.processsync.queue.entry.NewInboundEntry;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A request costs the same, however much has arrived before. */
class ArrivedOnH2Test {

  @Test
  void messagesAreFoundByTheirIdAlone() {
    try (ConfigurableApplicationContext context = QueueSlice.onH2()) {
      InboundQueue queue = context.getBean(InboundQueue.class);
      context
          .getBean(TransactionTemplate.class)
          .executeWithoutResult(
              status ->
                  queue.add(IntStream.range(0, 2_000).mapToObj(ArrivedOnH2Test::message).toList()));
      DSLContext sql = context.getBean(DSLContext.class);

      long read =
          H2Plan.rowsRead(
              sql,
              InboundQueue.selectArrived(sql),
              new String[] {"message 5", "message 7", "another"},
              "remote");

      assertThat(read).isLessThan(20);
    }
  }

  private static NewInboundEntry message(int number) {
    return new NewInboundEntry(
        "message " + number,
        "event",
        Operation.UPDATE,
        "remote",
        "ours " + number,
        "theirs",
        number,
        "{}",
        "api",
        Origin.HERE);
  }
}
