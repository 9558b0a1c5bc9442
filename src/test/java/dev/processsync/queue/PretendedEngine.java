package dev.processsync.queue;

import dev.processsync.queue.entry.EntryReleased;
import dev.processsync.queue.entry.QueueEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Instances of flows that did not go smoothly; what a transaction does counts from its commit. */
final class PretendedEngine {

  /**
   * @param gaveUp whether it has an incident, and waits for somebody to try it again
   */
  record Instance(String id, QueueEntry entry, boolean gaveUp) {}

  private final Map<String, Instance> instances = new LinkedHashMap<>();
  private int started;

  String start(QueueEntry entry) {
    Instance instance = new Instance("instance " + ++started, entry, false);
    Commit.after(() -> instances.put(instance.id(), instance));
    return instance.id();
  }

  void giveUp(Instance instance) {
    put(instance, true);
  }

  void tryAgain(Instance instance) {
    put(instance, false);
  }

  void end(Instance instance) {
    Commit.after(() -> instances.remove(instance.id()));
  }

  void released(EntryReleased release) {
    Instance instance = instances.get(release.flowContext());
    if (instance == null) {
      throw new AssertionError("Released, and the engine does not know it: " + release);
    }
    if (release.again()) {
      tryAgain(instance);
    } else {
      end(instance);
    }
  }

  List<Instance> instances() {
    return List.copyOf(instances.values());
  }

  private void put(Instance instance, boolean gaveUp) {
    Commit.after(
        () -> instances.put(instance.id(), new Instance(instance.id(), instance.entry(), gaveUp)));
  }
}
