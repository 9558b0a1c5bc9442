package dev.processsync.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Runs work at most once at a time for each key. A call that comes while its key is running makes
 * it run once more afterwards, so no signal is lost and no thread waits.
 */
public final class OnePerKey<K> {

  private enum State {
    RUNNING,
    RUNNING_AND_AGAIN
  }

  private final Map<K, State> states = new ConcurrentHashMap<>();
  private final Consumer<K> work;

  public OnePerKey(Consumer<K> work) {
    this.work = work;
  }

  public void run(K key, Executor threads) {
    State now = states.merge(key, State.RUNNING, (old, ignored) -> State.RUNNING_AND_AGAIN);
    if (now == State.RUNNING) {
      submit(key, threads);
    }
  }

  /** Whether work for any key is running or about to. */
  public boolean areRunning() {
    return !states.isEmpty();
  }

  private void submit(K key, Executor threads) {
    try {
      threads.execute(() -> work(key, threads));
    } catch (RejectedExecutionException stopping) {
      states.remove(key);
    }
  }

  private void work(K key, Executor threads) {
    try {
      work.accept(key);
    } finally {
      State left =
          states.computeIfPresent(
              key, (k, state) -> state == State.RUNNING_AND_AGAIN ? State.RUNNING : null);
      if (left != null) {
        submit(key, threads);
      }
    }
  }
}
