package dev.processsync.support;

import dev.processsync.transaction.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made of some tables' records, kept in memory: read again after every commit that changed
 * one here, and every {@link #REFRESH} for what other nodes changed. What a transaction has changed
 * is nobody else's business before it commits, so it never gets in.
 *
 * <p>Nobody ever waits for another's reading: a thread may hold the connection that the other
 * needs.
 */
public final class CommittedMemory<T> {

  /** How old an answer may be, by what happens on other nodes. */
  public static final Duration REFRESH = Duration.ofSeconds(2);

  private final UnitOfWork.Key<Changes> changes = new UnitOfWork.Key<>();
  private final Supplier<T> reading;
  private final Clock clock;

  /** Counts the commits that changed a record: what was read at an earlier count is worthless. */
  private final AtomicLong commits = new AtomicLong();

  private final AtomicBoolean refreshing = new AtomicBoolean();
  private volatile @Nullable Read<T> latest;

  /**
   * @param reading reads the records, as the transaction that calls it sees them
   */
  public CommittedMemory(Supplier<T> reading, Clock clock) {
    this.reading = reading;
    this.clock = clock;
  }

  private record Read<T>(T value, long commits, long millis) {}

  /** Whether the current transaction has changed a record, or is about to. */
  public boolean isChanging() {
    return UnitOfWork.find(changes).isPresent();
  }

  /** As it was committed. Not for a transaction that {@link #isChanging}. */
  public T committed() {
    Read<T> read = latest;
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
    return read.value();
  }

  /** As it was last read, however long ago; empty if it never was. */
  public Optional<T> lastRead() {
    return Optional.ofNullable(latest).map(Read::value);
  }

  /** As the current transaction sees it, which {@link #isChanging}. */
  public T changed() {
    return UnitOfWork.find(changes).orElseThrow(IllegalStateException::new).value();
  }

  /**
   * The current transaction changes records. Must be told before the change and after it, ahead of
   * everyone who may ask.
   */
  public void changing() {
    UnitOfWork.required().part(changes, Changes::new).again();
  }

  private T read() {
    long count = commits.get();
    long millis = clock.millis();
    T value = reading.get();
    latest = new Read<>(value, count, millis);
    return value;
  }

  /** What a transaction that changed records sees. */
  private final class Changes implements UnitOfWork.Part {

    private @Nullable T seen;

    T value() {
      T known = seen;
      if (known == null) {
        known = reading.get();
        seen = known;
      }
      return known;
    }

    void again() {
      seen = null;
    }

    @Override
    public void committed() {
      commits.incrementAndGet();
    }
  }
}
