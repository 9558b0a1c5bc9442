package dev.processsync.handshake;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.handshake.Offer.Captured;
import dev.processsync.handshake.Offer.Received;
import java.util.List;
import java.util.Optional;

/** Fields that travel both ways, so that the two sides' conflict policies have to fit. */
final class TwoWayFields {

  private final Offer ours;
  private final Offer theirs;
  private final String otherSide;

  /**
   * @param otherSide what messages call it
   */
  TwoWayFields(Offer ours, Offer theirs, String otherSide) {
    this.ours = ours;
    this.theirs = theirs;
    this.otherSide = otherSide;
  }

  /** A sentence for each field whose values would be swapped, or stay different. */
  List<String> warnings() {
    return ours.receives().stream()
        .flatMap(
            here ->
                theirs.receives().stream()
                    .filter(there -> feeds(there, here, theirs) && feeds(here, there, ours))
                    .flatMap(there -> warning(here, there).stream()))
        .distinct()
        .toList();
  }

  /** Whether what one side writes is what it sends, and the other makes its field of. */
  private static boolean feeds(Received written, Received madeOfIt, Offer sender) {
    return madeOfIt.from().contains(written.field())
        && sender.captures().stream().anyMatch(captured -> carries(captured, written, madeOfIt));
  }

  private static boolean carries(Captured captured, Received written, Received madeOfIt) {
    return captured.event().equals(madeOfIt.event())
        && captured.table().equals(written.table())
        && captured.fields().contains(written.field());
  }

  private Optional<String> warning(Received here, Received there) {
    ConflictPolicy our = policy(here);
    ConflictPolicy their = policy(there);
    if (our.agreesWith(their)) {
      return Optional.empty();
    }
    String harm =
        our == ConflictPolicy.REMOTE && their == ConflictPolicy.REMOTE
            ? "the two values are swapped"
            : "the two values may stay different";
    return Optional.of(
        "%s.%s travels both ways, to %s.%s on %s, with conflict policy '%s' here and '%s' there: if both sides change it at a time, %s. Choose 'newest' on both sides, or 'remote' on one and 'local' on the other."
            .formatted(
                here.table(),
                here.field(),
                there.table(),
                there.field(),
                otherSide,
                our.value(),
                their.value(),
                harm));
  }

  private static ConflictPolicy policy(Received field) {
    return ConflictPolicy.of(field.policy()).orElse(ConflictPolicy.NEWEST);
  }
}
