package dev.processsync.database;

/** Which instance this is, among all that exchange events. */
public interface ThisInstance {

  /**
   * 32 hex digits, made at the first start and kept for ever: unlike a name or an address it never
   * changes, and no other instance has it. All nodes of an instance have the same.
   */
  String id();
}
