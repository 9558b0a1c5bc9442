package dev.processsync.correlation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a link ended, when and by whom. An active correlation has one, too, while its record was
 * deleted here and the other side has yet to be told.
 *
 * @param when a moment as it is stored, empty if nobody knows
 * @param by a login of either side, empty if nobody knows
 */
public record Ending(Why why, String when, String by) {

  /** What put an end to it. */
  public enum Why {
    DELETED_HERE("its record was deleted here"),
    DELETED_THERE("the remote record was deleted"),
    LEFT("the remote record left what is shared"),
    BY_HAND("an administrator ended it"),
    BY_FLOW("a flow ended it");

    private final String inWords;

    Why(String inWords) {
      this.inWords = inWords;
    }

    /** As it is stored. */
    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Why> of(String value) {
      return Arrays.stream(values()).filter(why -> why.value().equals(value)).findFirst();
    }
  }

  /** Whether what was linked is gone, so that no setting brings the link back by itself. */
  public boolean isFinal() {
    return why != Why.BY_HAND;
  }

  /** A part of a sentence: "its record was deleted here on … by …". */
  public String inWords() {
    return why.inWords + (when.isEmpty() ? "" : " on " + when) + (by.isEmpty() ? "" : " by " + by);
  }
}
