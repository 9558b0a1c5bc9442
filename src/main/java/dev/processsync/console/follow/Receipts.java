package dev.processsync.console.follow;

import dev.processsync.queue.receipt.DeliveryReceipt;

/** What people read about a message where it was sent to. */
final class Receipts {

  private Receipts() {}

  /** Tells no reasons: they are for those who may read the queue. */
  static String sentence(DeliveryReceipt receipt, String remoteSystem) {
    String as = receipt.number().isEmpty() ? "" : " as " + receipt.number();
    return switch (receipt.state()) {
      case RECEIVED -> "Received at %s, not applied yet.".formatted(remoteSystem);
      case APPLIED -> "Applied at %s%s.".formatted(remoteSystem, as);
      case CONFLICT ->
          "Applied at %s%s; fields of it had been changed there, too.".formatted(remoteSystem, as);
      case SKIPPED -> "Left out at %s.".formatted(remoteSystem);
      case ERROR -> "Failed at %s: it has to be repaired there.".formatted(remoteSystem);
      case UNKNOWN -> "%s does not know any more what became of it.".formatted(remoteSystem);
    };
  }

  /** The look of it. */
  static String badge(DeliveryReceipt receipt) {
    return switch (receipt.state()) {
      case RECEIVED -> "ready";
      case APPLIED -> "processed";
      case CONFLICT -> "waiting";
      case SKIPPED, UNKNOWN -> "skipped";
      case ERROR -> "error";
    };
  }
}
