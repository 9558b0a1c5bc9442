package dev.processsync.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.processsync.queue.report.InboundBacklog.Waiting;
import dev.processsync.record.Actor;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

class InboundQuotaTest {

  private static final Actor BUSY = new Actor("busy", "b", Set.of(), false, null);
  private static final Actor QUIET = new Actor("quiet", "q", Set.of(), false, null);
  private static final Message SMALL =
      new Message(null, null, null, null, null, null, 0, null, 0, "{}", null);

  private final CountDownLatch counting = new CountDownLatch(1);
  private final CountDownLatch counted = new CountDownLatch(1);
  private final InboundQuota quota =
      new InboundQuota(
          each -> countSlowly(),
          List::of,
          new InboundProperties(8, 4, 10, DataSize.ofMegabytes(1)));

  @Test
  @Timeout(20)
  void whoHasLittleDoesNotWaitUntilTheBacklogOfOthersIsCounted() {
    quota.count(QUIET, of(1));
    quota.count(BUSY, of(6));
    CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> quota.require(BUSY));
    await().until(() -> counting.getCount() == 0);

    quota.require(QUIET);
    quota.count(QUIET, of(1));

    assertThat(busy).isNotDone();
    counted.countDown();
    busy.join();
  }

  @Test
  @Timeout(20)
  void whatCameWhileTheBacklogWasCountedIsNotForgotten() {
    quota.count(BUSY, of(6));
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> quota.require(BUSY));
    await().until(() -> counting.getCount() == 0);
    quota.count(BUSY, of(10));
    counted.countDown();

    assertThatThrownBy(first::join).hasRootCauseInstanceOf(TooManyRequests.class);
  }

  @Test
  void whatWaitedBeforeAndIsGoneDoesNotCountAnyMore() {
    counted.countDown();
    quota.count(BUSY, of(10));

    quota.require(BUSY);
    quota.count(BUSY, of(10));

    assertThatThrownBy(() -> quota.require(BUSY)).isInstanceOf(TooManyRequests.class);
    await()
        .ignoreExceptions()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> quota.require(BUSY));
  }

  private static List<Message> of(int messages) {
    return Collections.nCopies(messages, SMALL);
  }

  private Map<String, Waiting> countSlowly() {
    counting.countDown();
    try {
      counted.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Map.of();
  }
}
