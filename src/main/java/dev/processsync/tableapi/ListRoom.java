package dev.processsync.tableapi;

import dev.processsync.record.Actor;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Bounds how many large answers are in memory at the same time: of each user one, of all as many as
 * there is memory for. Others wait for a while.
 */
@Component
class ListRoom {

  private static final long LARGE_NEEDS_BYTES = 128L * 1024 * 1024;
  private static final int LARGE = 1_000;
  private static final int PATIENCE_SECONDS = 10;

  private final Semaphore all =
      new Semaphore((int) Math.max(2, Runtime.getRuntime().maxMemory() / LARGE_NEEDS_BYTES), true);
  private final ConcurrentMap<String, Semaphore> users = new ConcurrentHashMap<>();

  /**
   * Takes room for a list until its request is answered.
   *
   * @param records how many there may be
   * @throws NoRoom if there is none
   */
  void enter(Actor actor, int records, boolean withLongTexts) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null || (records <= LARGE && !withLongTexts)) {
      return;
    }
    Semaphore own = users.computeIfAbsent(actor.sysId(), id -> new Semaphore(1, true));
    take(own);
    try {
      take(all);
    } catch (NoRoom e) {
      own.release();
      throw e;
    }
    request.registerDestructionCallback(
        ListRoom.class.getName(),
        () -> {
          all.release();
          own.release();
        },
        RequestAttributes.SCOPE_REQUEST);
  }

  private static void take(Semaphore room) {
    try {
      if (room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw new NoRoom();
  }
}
