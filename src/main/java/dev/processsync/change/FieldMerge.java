package dev.processsync.change;

import java.util.Optional;

/**
 * A field of this instance, and what another instance has made of its counterpart. All values are
 * as this instance would store them.
 *
 * @param base what the counterpart was before; empty if the other side doesn't know what this side
 *     has, because its record has just come to meet what it captures
 * @param theirs what it is now
 * @param ours what stands here
 * @param theirChange when that was, and by whom
 * @param ourChange as far as is known
 */
public record FieldMerge(
    Optional<String> base,
    String theirs,
    String ours,
    FieldChange theirChange,
    FieldChange ourChange) {

  /** What is to be done with the field. */
  public enum Outcome {
    /** Nothing: it was not changed there, or is the same here. */
    LEAVE,
    /** Only they changed it. */
    TAKE,
    /** Both did, and theirs counts: what stands here is overwritten. */
    OVERWRITE,
    /** Both did, and ours counts: what arrived is withheld. */
    WITHHOLD,
    /** Both did, and a person has to decide: until then it is withheld. */
    ASK
  }

  public Outcome by(ConflictPolicy policy) {
    if (base.filter(theirs::equals).isPresent() || ours.equals(theirs) || isOutdated()) {
      return Outcome.LEAVE;
    }
    if (!isConflict()) {
      return Outcome.TAKE;
    }
    return switch (policy) {
      case NEWEST ->
          theirChange.time().isAfter(ourChange.time()) ? Outcome.OVERWRITE : Outcome.WITHHOLD;
      case REMOTE -> Outcome.OVERWRITE;
      case LOCAL -> Outcome.WITHHOLD;
      case ASK -> Outcome.ASK;
    };
  }

  /** Whether what arrives is older than what stands here, and was known to whoever changed that. */
  private boolean isOutdated() {
    return ourChange.isOfTheSamePlaceAs(theirChange)
        && ourChange.time().isAfter(theirChange.time());
  }

  /**
   * Whether they did not know what stands here. What was changed there last they knew; what is as
   * they found it may have been changed to and fro meanwhile.
   */
  private boolean isConflict() {
    if (ourChange.isKnown() && ourChange.isOfTheSamePlaceAs(theirChange)) {
      return false;
    }
    if (base.isEmpty()) {
      return ourChange.isKnown();
    }
    return !base.get().equals(ours)
        || (!theirChange.time().place().isEmpty() && ourChange.time().isAfter(theirChange.time()));
  }
}
