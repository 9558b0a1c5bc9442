package dev.processsync.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.queue.History.Flow;
import dev.processsync.queue.PretendedEngine.Instance;
import dev.processsync.queue.entry.QueueEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the queue promises, whatever happens: what is stored against what has happened. */
final class Promises {

  private final History history;
  private final PretendedEngine engine;
  private final PretendedReceiver receiver;

  Promises(History history, PretendedEngine engine, PretendedReceiver receiver) {
    this.history = history;
    this.engine = engine;
    this.receiver = receiver;
  }

  /** These entries are about to run. */
  void mayRun(List<QueueEntry> claimed, List<StoredEntry> stored) {
    assertThat(claimed).extracting(QueueEntry::sequence).as("claimed").isSorted();
    Set<String> running = new HashSet<>();
    for (QueueEntry entry : claimed) {
      StoredEntry row = named(entry.payload(), stored);
      assertThat(row.is("ready", "flow")).as("claimed %s", row).isTrue();
      for (StoredEntry other : stored) {
        if (row.isBehind(other)) {
          assertThat(running.contains(other.name()) || !other.is("ready", "flow"))
              .as("%s runs before %s", row, other)
              .isTrue();
          assertThat(other.isInTheWay()).as("%s runs behind %s", row, other).isFalse();
        }
      }
      running.add(row.name());
    }
  }

  /** These messages are about to be sent: of each record all that wait, from the first on. */
  void maySend(List<QueueEntry> messages, List<StoredEntry> stored) {
    Set<String> sending = new HashSet<>();
    for (QueueEntry message : messages) {
      StoredEntry row = named(message.payload(), stored);
      assertThat(row.is("ready", "transmit")).as("sent %s", row).isTrue();
      for (StoredEntry other : stored) {
        if (row.isBehind(other)) {
          assertThat(other.isEnded() || sending.contains(other.name()))
              .as("%s is sent behind %s", row, other)
              .isTrue();
        }
      }
      sending.add(row.name());
    }
  }

  /** Nothing is lost, nothing is doubled, everything is in order. */
  void areKept(List<StoredEntry> stored) {
    assertThat(stored)
        .extracting(StoredEntry::name)
        .as("what was captured")
        .containsExactlyInAnyOrderElementsOf(history.captured());
    for (StoredEntry row : stored) {
      assertThat(isExplained(row)).as("how it came to %s", row).isTrue();
    }
    assertThat(engine.instances())
        .extracting(instance -> instance.entry().payload())
        .as("flows in the engine")
        .containsExactlyInAnyOrderElementsOf(
            stored.stream()
                .filter(row -> row.stage().equals("engine"))
                .map(StoredEntry::name)
                .toList());
    assertThat(receiver.received()).as("received").doesNotHaveDuplicates();
    isInOrder("flows", history.flows(), stored);
    isInOrder("messages", receiver.received(), stored);
  }

  /** Nobody waits for another's failure: what can go on has gone on. */
  void nothingWaitsThatCouldGoOn(List<StoredEntry> stored) {
    for (StoredEntry row : stored) {
      boolean waitsRightly =
          row.isInTheWay()
              || stored.stream().anyMatch(other -> row.isBehind(other) && other.isInTheWay());
      assertThat(row.isEnded() || waitsRightly).as("what holds up %s", row).isTrue();
    }
  }

  private boolean isExplained(StoredEntry row) {
    String name = row.name();
    boolean sends = history.flow(name) == Flow.SENDS;
    boolean ran = history.isFlowCommitted(name);
    if (history.isSkipped(name)) {
      return row.is("skipped", "done");
    }
    return switch (row.status() + " " + row.stage()) {
      case "ready flow", "error flow" -> !ran;
      case "ready engine" -> !ran && isInEngine(name, false);
      case "error engine" -> !ran && isInEngine(name, true);
      case "ready transmit", "error transmit" -> ran && sends;
      case "processed done" ->
          ran && (sends ? isReceived(name) : history.flow(name) == Flow.SENDS_NOTHING);
      case "skipped done" -> ran && history.flow(name) == Flow.SKIPS;
      default -> false;
    };
  }

  private boolean isReceived(String name) {
    return receiver.received().contains(name);
  }

  private boolean isInEngine(String name, boolean gaveUp) {
    return engine.instances().stream()
        .filter(instance -> instance.gaveUp() == gaveUp)
        .map(Instance::entry)
        .anyMatch(entry -> entry.payload().equals(name));
  }

  private static void isInOrder(String what, List<String> names, List<StoredEntry> stored) {
    Map<String, List<Long>> sequences = new HashMap<>();
    for (String name : names) {
      StoredEntry row = named(name, stored);
      sequences.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row.sequence());
    }
    sequences.forEach((key, of) -> assertThat(of).as("%s of %s", what, key).isSorted());
  }

  private static StoredEntry named(String name, List<StoredEntry> stored) {
    return stored.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }
}
