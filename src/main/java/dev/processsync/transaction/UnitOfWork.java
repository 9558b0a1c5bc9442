package dev.processsync.transaction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the current transaction has looked up and leaves to be written. Each module keeps a part of
 * it under a key of its own; whoever works in the transaction asks for it here and nowhere else:
 *
 * <ul>
 *   <li>the runs of a turn, and what their flows said about their entries ({@code queue.lane}),
 *   <li>correlations that were read ahead or are new ({@code correlation}),
 *   <li>what references led to ({@code record}),
 *   <li>configuration that the transaction itself has changed ({@code support}),
 *   <li>how the engine runs the flows: quietly, or watched by a dry run ({@code flow}).
 * </ul>
 *
 * <p>It ends with the transaction, so nothing old is believed for long; a transaction inside of it
 * has one of its own.
 */
public final class UnitOfWork implements TransactionSynchronization {

  private final Map<Key<?>, Part> parts = new LinkedHashMap<>();

  private UnitOfWork() {}

  /** Under which a part is kept: whoever has the key has the part. */
  public static final class Key<P extends Part> {}

  /** What one module keeps for the time of a transaction. */
  public interface Part {

    /**
     * Writes what was left to be written: before the commit, and before a statement that has to see
     * it. Called again, it has nothing more to write.
     */
    default void write() {}

    /** Everything is committed; told ahead of everyone else who waits for that. */
    default void committed() {}
  }

  /** The current transaction's, empty outside of transactions. */
  public static Optional<UnitOfWork> current() {
    if (TransactionSynchronizationManager.getResource(UnitOfWork.class)
        instanceof UnitOfWork unit) {
      return Optional.of(unit);
    }
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return Optional.empty();
    }
    UnitOfWork begun = new UnitOfWork();
    begun.resume();
    TransactionSynchronizationManager.registerSynchronization(begun);
    return Optional.of(begun);
  }

  /**
   * The current transaction's.
   *
   * @throws IllegalStateException outside of transactions
   */
  public static UnitOfWork required() {
    return current()
        .orElseThrow(() -> new IllegalStateException("This is done inside of a transaction only"));
  }

  /** The current transaction's part, empty if there is none. */
  public static <P extends Part> Optional<P> find(Key<P> key) {
    return TransactionSynchronizationManager.getResource(UnitOfWork.class)
            instanceof UnitOfWork unit
        ? Optional.ofNullable(unit.get(key))
        : Optional.empty();
  }

  /** The part, begun now if there is none. */
  public <P extends Part> P part(Key<P> key, Supplier<P> begin) {
    P known = get(key);
    if (known != null) {
      return known;
    }
    P begun = begin.get();
    parts.put(key, begun);
    return begun;
  }

  /** Has this part while something is done, and after that the one that was there before. */
  public <P extends Part> void with(Key<P> key, P part, Runnable work) {
    Part before = parts.put(key, part);
    try {
      work.run();
    } finally {
      if (before == null) {
        parts.remove(key);
      } else {
        parts.put(key, before);
      }
    }
  }

  /**
   * Has a unit of its own while something is done that may have to be undone without the rest of
   * the transaction. It is written at the end, unless the work fails, and forgotten: a transaction
   * may do much like it. No part of it is {@link Part#committed told} of the commit.
   */
  public static void apart(Runnable work) {
    UnitOfWork whole = required();
    UnitOfWork part = new UnitOfWork();
    whole.suspend();
    part.resume();
    try {
      work.run();
      part.write();
    } finally {
      part.suspend();
      whole.resume();
    }
  }

  /** Writes all that was left to be written. */
  public void write() {
    // A part may begin others while it writes.
    List.copyOf(parts.values()).forEach(Part::write);
  }

  @SuppressWarnings("unchecked")
  private <P extends Part> @Nullable P get(Key<P> key) {
    return (P) parts.get(key);
  }

  /** Ahead of everyone who may act on what was committed. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    write();
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(UnitOfWork.class);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(UnitOfWork.class, this);
  }

  @Override
  public void afterCommit() {
    List<Part> ended = List.copyOf(parts.values());
    parts.clear();
    ended.forEach(Part::committed);
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(UnitOfWork.class);
  }
}
