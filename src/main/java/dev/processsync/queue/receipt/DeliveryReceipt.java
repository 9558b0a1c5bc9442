package dev.processsync.queue.receipt;

/**
 * What another instance has said of a message of ours; what it did not say is empty. Whoever reads
 * it from an answer has made it fit for the fields of an entry.
 *
 * @param record id of the record there
 * @param number of that record
 * @param info why it was skipped or failed, or which fields had been changed there, too
 */
public record DeliveryReceipt(ReceiptState state, String record, String number, String info) {

  public static final int LONGEST_RECORD = 64;
  public static final int LONGEST_NUMBER = 100;
  public static final int LONGEST_INFO = 4_000;
}
