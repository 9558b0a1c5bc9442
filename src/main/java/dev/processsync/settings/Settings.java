package dev.processsync.settings;

/** What administrators have set. Asked whenever a value is needed, never kept. */
@FunctionalInterface
public interface Settings {

  /**
   * The values that count now, answered from memory: what was committed on this node, and what was
   * committed on another at most two seconds ago. A transaction that changes properties sees the
   * values from before.
   */
  DeliverySettings current();
}
