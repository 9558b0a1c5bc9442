package dev.processsync.console.page;

/**
 * A page that a user wants to find again.
 *
 * @param href a path of this instance
 */
record Place(String label, String href) {

  /** Nothing but pages of this instance, whatever was stored. */
  boolean isOfThisInstance() {
    return href.startsWith("/console") || href.startsWith("/camunda/");
  }
}
