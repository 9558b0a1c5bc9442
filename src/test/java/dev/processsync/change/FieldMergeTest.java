package dev.processsync.change;

import static dev.processsync.change.FieldMerge.Outcome.LEAVE;
import static dev.processsync.change.FieldMerge.Outcome.OVERWRITE;
import static dev.processsync.change.FieldMerge.Outcome.TAKE;
import static dev.processsync.change.FieldMerge.Outcome.WITHHOLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is done with a field that may have been changed on both sides. */
class FieldMergeTest {

  private static final FieldChange HERE = change(5, "0a1b2c3d");
  private static final FieldChange THERE_BEFORE = change(3, "4f3a2b1c");
  private static final FieldChange THERE_AFTER = change(7, "4f3a2b1c");

  @ParameterizedTest
  @EnumSource
  void whatIsNoConflictIsSoByEveryPolicy(ConflictPolicy policy) {
    assertThat(merge("base", "base", "ours", THERE_AFTER, HERE).by(policy)).isEqualTo(LEAVE);
    assertThat(merge("base", "same", "same", THERE_AFTER, HERE).by(policy)).isEqualTo(LEAVE);
    assertThat(merge("base", "theirs", "base", THERE_AFTER, HERE).by(policy)).isEqualTo(TAKE);
    assertThat(merge("base", "theirs", "base", THERE_BEFORE, FieldChange.NONE).by(policy))
        .isEqualTo(TAKE);
  }

  @Test
  void theNewestOfTwoChangesCounts() {
    assertThat(merge("base", "theirs", "ours", THERE_AFTER, HERE).by(ConflictPolicy.NEWEST))
        .isEqualTo(OVERWRITE);
    assertThat(merge("base", "theirs", "ours", THERE_BEFORE, HERE).by(ConflictPolicy.NEWEST))
        .isEqualTo(WITHHOLD);
  }

  @ParameterizedTest
  @EnumSource
  void whatTheyChangedLastIsNoConflictAndWhatIsOlderThanThatIsOutdated(ConflictPolicy policy) {
    assertThat(merge("skipped", "theirs", "before", THERE_AFTER, THERE_BEFORE).by(policy))
        .isEqualTo(TAKE);
    assertThat(merge("skipped", "before", "theirs", THERE_BEFORE, THERE_AFTER).by(policy))
        .isEqualTo(LEAVE);
  }

  /** A record that has just come to meet their filter brings back what we sent them long ago. */
  @ParameterizedTest
  @EnumSource
  void ourOwnOlderValueDoesNotReplaceOurs(ConflictPolicy policy) {
    FieldChange ourOlder = change(2, "0a1b2c3d");

    assertThat(
            new FieldMerge(Optional.empty(), Optional.empty(), "older", "ours", ourOlder, HERE)
                .by(policy))
        .isEqualTo(LEAVE);
  }

  @Test
  void withoutABaseWhatWasNeverChangedHereIsTaken() {
    assertThat(
            new FieldMerge(
                    Optional.empty(),
                    Optional.empty(),
                    "theirs",
                    "ours",
                    THERE_BEFORE,
                    FieldChange.NONE)
                .by(ConflictPolicy.NEWEST))
        .isEqualTo(TAKE);
  }

  private static FieldMerge merge(
      String base, String theirs, String ours, FieldChange theirChange, FieldChange ourChange) {
    return new FieldMerge(
        Optional.of(base), Optional.empty(), theirs, ours, theirChange, ourChange);
  }

  private static FieldChange change(long ticks, String place) {
    return new FieldChange(new HybridTime(ticks, place), "somebody");
  }
}
