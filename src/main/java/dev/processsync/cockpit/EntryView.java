package dev.processsync.cockpit;

import java.util.List;

/**
 * What the tab shows.
 *
 * @param status the entry's, as it is stored
 * @param decisions what its status can be set to
 */
record EntryView(String status, List<String> decisions, List<Part> parts) {

  /**
   * One of the things that belong together.
   *
   * @param note what is to be said beside the facts, empty for nothing
   */
  record Part(String title, List<Fact> facts, String note) {}

  /**
   * @param name the field's
   * @param value as people read it
   */
  record Fact(String name, String label, String value) {}
}
