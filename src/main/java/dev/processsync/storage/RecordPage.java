package dev.processsync.storage;

import dev.processsync.dictionary.TableRecord;
import java.util.List;

/**
 * Some records of a list, in its order.
 *
 * @param next where to go on, for {@link PageRequest#after}; empty at the list's end. Fit for a URL
 * @param previous where to go back, for {@link PageRequest#before}; empty at the list's beginning
 */
public record RecordPage(List<TableRecord> records, String next, String previous) {

  public static final RecordPage EMPTY = new RecordPage(List.of(), "", "");

  public RecordPage {
    records = List.copyOf(records);
  }
}
