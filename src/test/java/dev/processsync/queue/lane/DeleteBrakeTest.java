package dev.processsync.queue.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.InstanceTest;
import dev.processsync.MovableClock;
import dev.processsync.dictionary.SysId;
import dev.processsync.queue.entry.QueueEntry;
import dev.processsync.queue.entry.UnprocessableEntry;
import dev.processsync.record.Operation;
import dev.processsync.record.Origin;
import dev.processsync.settings.DeliverySettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** So many deletes of a partner pass in a minute, whichever node works on them. */
@InstanceTest
class DeleteBrakeTest {

  private static final int MOST = 3;
  private static final DeliverySettings SETTINGS =
      DeliverySettings.of(
          Map.of("process_sync.inbound.deletes_per_minute", Integer.toString(MOST)));

  @Autowired private DSLContext sql;
  @Autowired private TransactionTemplate transaction;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-01-05T08:00:00Z"));
  private final String partner = SysId.next();
  private DeleteBrake node;
  private DeleteBrake otherNode;

  @BeforeEach
  void twoNodes() {
    node = new DeleteBrake(sql, () -> SETTINGS, clock);
    otherNode = new DeleteBrake(sql, () -> SETTINGS, clock);
  }

  @Test
  void whatIsBeyondTheLimitWaitsForAPersonAndIsToldSo() {
    pass(node);
    pass(otherNode);
    pass(node);

    assertThatThrownBy(() -> pass(otherNode))
        .isInstanceOf(UnprocessableEntry.class)
        .hasMessageContaining("More than 3 deletes")
        .hasMessageContaining("waits for a person")
        .hasMessageContaining("process_sync.inbound.deletes_per_minute");
  }

  @Test
  void anotherPartnerHasItsOwnLimit() {
    Stream.of(node, node, node).forEach(this::pass);

    transaction.executeWithoutResult(status -> node.pass(delete(SysId.next())));
  }

  @Test
  void itIsAnyMinuteThatCounts() {
    pass(node);
    clock.advance(Duration.ofSeconds(59));
    pass(node);
    pass(node);
    assertThatThrownBy(() -> pass(node)).isInstanceOf(UnprocessableEntry.class);

    clock.advance(Duration.ofSeconds(1));

    pass(node);
    assertThatThrownBy(() -> pass(node)).isInstanceOf(UnprocessableEntry.class);
  }

  @Test
  void whatWasUndoneDoesNotCount() {
    for (int i = 0; i < 10; i++) {
      transaction.executeWithoutResult(
          status -> {
            node.pass(delete(partner));
            status.setRollbackOnly();
          });
    }

    Stream.of(node, node, node).forEach(this::pass);
  }

  @Test
  void nodesThatCountAtTheSameTimeLetNoMorePass() {
    List<CompletableFuture<Boolean>> all =
        Stream.generate(() -> List.of(node, otherNode))
            .limit(5)
            .flatMap(List::stream)
            .map(each -> CompletableFuture.supplyAsync(() -> passes(each)))
            .toList();

    assertThat(all.stream().map(CompletableFuture::join).filter(passed -> passed)).hasSize(MOST);
  }

  private boolean passes(DeleteBrake brake) {
    try {
      pass(brake);
      return true;
    } catch (UnprocessableEntry held) {
      return false;
    }
  }

  private void pass(DeleteBrake brake) {
    transaction.executeWithoutResult(status -> brake.pass(delete(partner)));
  }

  private static QueueEntry delete(String remoteSystem) {
    return new QueueEntry(
        SysId.next(),
        0,
        "ours",
        "event",
        Operation.DELETE,
        remoteSystem,
        "",
        "",
        "",
        "ours",
        "theirs",
        "{}",
        0,
        Origin.HERE);
  }
}
