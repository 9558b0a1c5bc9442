package dev.processsync.settings;

import dev.processsync.table.Actor;
import dev.processsync.table.Records;
import dev.processsync.table.TableRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The settings as last read: read again after every commit that changed one here, and every {@link
 * #REFRESH} for what other nodes changed. Nobody ever waits for another's reading: a thread may
 * hold the connection that the other needs.
 */
@Component
final class SettingsInMemory implements Settings {

  static final String TABLE = "sys_properties";

  /** How old an answer may be, by what happens on other nodes. */
  static final Duration REFRESH = Duration.ofSeconds(2);

  private final Records records;
  private final Clock clock;

  /** Counts the commits that changed a property: what was read before one is worthless after it. */
  private final AtomicLong commits = new AtomicLong();

  private final AtomicBoolean refreshing = new AtomicBoolean();
  private volatile @Nullable Read latest;

  SettingsInMemory(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  private record Read(DeliverySettings settings, long commits, long millis) {}

  @Override
  public DeliverySettings current() {
    Read read = latest;
    if (TransactionSynchronizationManager.hasResource(this)) {
      // What this transaction changed is nobody's business yet, and must not get into the memory.
      return read == null ? DeliverySettings.of(Map.of()) : read.settings();
    }
    if (read == null || read.commits() != commits.get()) {
      return read();
    }
    boolean aged = Math.abs(clock.millis() - read.millis()) >= REFRESH.toMillis();
    if (aged && refreshing.compareAndSet(false, true)) {
      try {
        return read();
      } finally {
        refreshing.set(false);
      }
    }
    return read.settings();
  }

  /** The current transaction is about to change properties. */
  void changing() {
    if (!TransactionSynchronizationManager.hasResource(this)) {
      UntilCommitted change = new UntilCommitted(this, commits::incrementAndGet);
      TransactionSynchronizationManager.registerSynchronization(change);
      change.resume();
    }
  }

  private DeliverySettings read() {
    long count = commits.get();
    long millis = clock.millis();
    Map<String, String> values =
        records.findBy(Actor.system(), TABLE, Map.of()).stream()
            .collect(Collectors.toMap(row -> row.get("name"), SettingsInMemory::value));
    DeliverySettings settings = DeliverySettings.of(values);
    latest = new Read(settings, count, millis);
    return settings;
  }

  private static String value(TableRecord row) {
    return row.get("value");
  }
}
