package dev.processsync.change;

import dev.processsync.support.ShortText;
import java.util.regex.Pattern;

/**
 * The last change of a field.
 *
 * @param time {@link HybridTime#NONE} if it is not known
 * @param by a login, here or on another instance; one line
 */
public record FieldChange(HybridTime time, String by) {

  private static final int LONGEST_NAME = 100;
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Zl}\\p{Zp}]");

  /** It was not changed since its record was made, as far as is known. */
  public static final FieldChange NONE = new FieldChange(HybridTime.NONE, "");

  public FieldChange {
    by = ShortText.of(UNFIT.matcher(by).replaceAll("?"), LONGEST_NAME);
  }

  public boolean isKnown() {
    return time.ticks() > 0;
  }

  /** Whether it was made where the other was, who therefore knew of it. */
  boolean isOfTheSamePlaceAs(FieldChange other) {
    return !time.place().isEmpty() && time.place().equals(other.time().place());
  }
}
