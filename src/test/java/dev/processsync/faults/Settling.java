package dev.processsync.faults;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits for what is left to be done, as long as it becomes less. */
final class Settling {

  /** Longer than the longest pause before something is tried or asked again. */
  private static final Duration STANDSTILL = Duration.ofSeconds(90);

  private static final Duration LOOK = Duration.ofMillis(500);

  private Settling() {}

  /** Returns also if nothing moves any more: what is left then is for the inspection to tell. */
  static void await(LongSupplier left) {
    AtomicLong least = new AtomicLong(Long.MAX_VALUE);
    AtomicLong since = new AtomicLong(System.nanoTime());
    Awaitility.await("everything to be worked off")
        .atMost(Duration.ofMinutes(30))
        .pollInterval(LOOK)
        .until(
            () -> {
              long now = left.getAsLong();
              if (now < least.get()) {
                least.set(now);
                since.set(System.nanoTime());
              }
              return now == 0 || System.nanoTime() - since.get() > STANDSTILL.toNanos();
            });
  }

  /** Entries of both queues that are Ready, and what the other side has to say of. */
  static long ready(JdbcClient database) {
    return database
        .sql(
            """
            select (select count(*) from process_sync.ih_sync_outbound_queue where status = 'ready')
              + (select count(*) from process_sync.ih_sync_inbound_queue where status = 'ready')
              + (select count(*) from process_sync.open_receipt)
            """)
        .query(Long.class)
        .single();
  }
}
