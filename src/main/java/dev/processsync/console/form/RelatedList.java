package dev.processsync.console.form;

import java.util.Locale;

/**
 * Records that refer to the one that is shown.
 *
 * @param title as the tutorial calls it: "Process Events"
 * @param table whose records they are
 * @param field by which they refer
 * @param editable whether they are chosen as a whole, with Edit…
 */
record RelatedList(String title, String table, String field, boolean editable) {

  /** The last part of the address of Edit…: {@code roles}, {@code members}. */
  public String path() {
    return title.substring(title.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }
}
