package dev.processsync.console.form;

import dev.processsync.console.page.RecordAddress;
import java.util.List;

/**
 * A record, or one that is yet to be, as a page shows it.
 *
 * @param title what the record is called
 * @param history who created and changed it, and when; empty for a new one
 * @param data as {@link PageJson} has it
 * @param followed whether what was sent and received of the record is shown
 */
record RecordPage(
    RecordData record,
    String title,
    String plural,
    String history,
    String data,
    boolean create,
    boolean followed,
    List<RelatedList> related) {

  /** Public, as templates call it. */
  public String address() {
    return RecordAddress.of(record.table().name(), record.sysId());
  }
}
