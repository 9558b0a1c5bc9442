package dev.processsync.definition;

import dev.processsync.record.Records;
import dev.processsync.support.CommittedMemory;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The newest {@link Snapshot}; a transaction that changes definitions sees its own. */
@Component
public final class Snapshots {

  private final CommittedMemory<Snapshot> memory;

  Snapshots(Records records, Clock clock) {
    this.memory = new CommittedMemory<>(() -> Snapshot.read(records), clock);
  }

  /** As the current transaction sees it if that changed a definition, else as it was committed. */
  public Snapshot current() {
    return memory.isChanging() ? memory.changed() : memory.committed();
  }

  /**
   * The current transaction changes definitions: what it reads from now on is its own business.
   * Must be told before the change and after it, ahead of everyone who may ask.
   */
  void changing() {
    memory.changing();
  }
}
