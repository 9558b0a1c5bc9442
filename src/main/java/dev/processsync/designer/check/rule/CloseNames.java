package dev.processsync.designer.check.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who wrote a name that there is not. */
final class CloseNames {

  private static final int MOST = 3;

  private CloseNames() {}

  /** A sentence: the names that are close, or all if none is. */
  static String suggest(String written, Collection<String> known) {
    List<String> close =
        known.stream()
            .filter(name -> distance(written, name) <= Math.max(1, written.length() / 3))
            .sorted(Comparator.comparingInt((String name) -> distance(written, name)))
            .limit(MOST)
            .toList();
    return close.isEmpty()
        ? "There is: %s.".formatted(String.join(", ", known))
        : "Did you mean %s?".formatted(String.join(" or ", close));
  }

  /** How many letters have to be put in, taken out or changed, whatever their case. */
  private static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
