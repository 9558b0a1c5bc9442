package dev.processsync.faults;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Lets a schedule's faults happen, one after the other, and undoes each after its time. */
final class FaultInjection implements AutoCloseable {

  private final Side a;
  private final Side b;
  private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(4);
  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger pauses = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();

  FaultInjection(Side a, Side b) {
    this.a = a;
    this.b = b;
  }

  /** Completes when the last fault has been undone and all nodes are up. */
  CompletableFuture<Void> happen(List<Fault> schedule) {
    CountDownLatch undone = new CountDownLatch(schedule.size());
    CompletableFuture<Void> end = new CompletableFuture<>();
    long at = 0;
    for (Fault fault : schedule) {
      at += fault.after().toMillis();
      threads.schedule(() -> happen(fault, undone, end), at, TimeUnit.MILLISECONDS);
    }
    threads.execute(() -> awaitEnd(undone, end));
    return end;
  }

  private void awaitEnd(CountDownLatch undone, CompletableFuture<Void> end) {
    try {
      undone.await();
      a.awaitUp();
      b.awaitUp();
      end.complete(null);
    } catch (InterruptedException | RuntimeException e) {
      end.completeExceptionally(e);
    }
  }

  private void happen(Fault fault, CountDownLatch undone, CompletableFuture<Void> end) {
    System.out.println(fault);
    try {
      Runnable undo = begin(fault);
      threads.schedule(
          () -> {
            try {
              undo.run();
              undone.countDown();
            } catch (RuntimeException e) {
              end.completeExceptionally(e);
            }
          },
          fault.lasts().toMillis(),
          TimeUnit.MILLISECONDS);
    } catch (RuntimeException e) {
      end.completeExceptionally(e);
    }
  }

  private Runnable begin(Fault fault) {
    Side side = fault.side() == Fault.SideName.A ? a : b;
    return switch (fault.kind()) {
      case KILL -> kill(List.of(side.upOr(fault.node())));
      case KILL_BOTH -> kill(side.nodes());
      case PAUSE -> pause(List.of(side.upOr(fault.node())));
      case PAUSE_BOTH -> pause(side.nodes());
      case REFUSE -> cut(side, Relay.Cut.REFUSE);
      case RESET -> cut(side, Relay.Cut.RESET);
      case SWALLOW -> cut(side, Relay.Cut.SWALLOW);
      case STALL -> cut(side, Relay.Cut.STALL);
    };
  }

  private Runnable kill(List<Node> nodes) {
    List<Node> killed = nodes.stream().filter(Node::kill).toList();
    kills.addAndGet(killed.size());
    return () -> {
      killed.forEach(Node::start);
      // Elsewhere: how long a start takes must not delay other faults.
      killed.forEach(node -> threads.execute(node::awaitUp));
    };
  }

  private Runnable pause(List<Node> nodes) {
    List<Node> paused = nodes.stream().filter(Node::pause).toList();
    pauses.addAndGet(paused.size());
    return () -> paused.forEach(Node::resume);
  }

  private Runnable cut(Side side, Relay.Cut how) {
    cuts.incrementAndGet();
    side.relay().cut(how);
    return side.relay()::heal;
  }

  /** For the summary. */
  String told() {
    return "%d kills, %d pauses, %d cuts".formatted(kills.get(), pauses.get(), cuts.get());
  }

  /** What no fault explains. */
  void requireThatNoneEndedByItself() {
    Stream.of(a, b)
        .flatMap(side -> side.nodes().stream())
        .filter(Node::hasEndedByItself)
        .findAny()
        .ifPresent(
            node -> {
              throw new AssertionError(node.name() + " has ended by itself, see its log");
            });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
