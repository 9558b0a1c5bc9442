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
 * @param known when the counterpart was changed before that, which is what they knew; empty if the
 *     other side doesn't say
 * @param theirChange when it was changed, and by whom
 * @param ourChange as far as is known
 */
public record FieldMerge(
    Optional<String> base,
    Optional<HybridTime> known,
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

  /**
   * Whether both made it the same, and here, too, it counts as changed when they did: a side that
   * gives in takes over what the other knows, or its next change would seem to be none of it.
   */
  public boolean isAgreed(ConflictPolicy policy) {
    return ours.equals(theirs)
        && ourChange.isKnown()
        && !ourChange.time().equals(theirChange.time())
        && base.filter(theirs::equals).isEmpty()
        && !isOutdated()
        && switch (policy) {
          case REMOTE -> true;
          case NEWEST -> theirChange.time().isAfter(ourChange.time());
          case LOCAL, ASK -> false;
        };
  }

  /**
   * Whether what was heard is to be noted, though it changes nothing: somebody is asked about it,
   * or it is later than what stands here. What is made here next must be later than it, also if
   * this node forgets what its clock has heard.
   */
  public boolean isHeard(ConflictPolicy policy) {
    Outcome outcome = by(policy);
    return switch (outcome) {
      case TAKE, OVERWRITE -> false;
      case ASK -> true;
      case LEAVE, WITHHOLD -> !isAgreed(policy) && theirChange.time().isAfter(ourChange.time());
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
        || isUnknownToThem()
        || (!theirChange.time().place().isEmpty() && ourChange.time().isAfter(theirChange.time()));
  }

  /** What is as they found it was changed here to and fro: who knew of that has noted it. */
  private boolean isUnknownToThem() {
    return ourChange.isKnown()
        && !ourChange.time().place().isEmpty()
        && known
            .filter(
                time ->
                    !time.place().equals(ourChange.time().place())
                        || ourChange.time().isAfter(time))
            .isPresent();
  }
}
