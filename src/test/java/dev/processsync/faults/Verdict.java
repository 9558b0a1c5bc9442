package dev.processsync.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is wrong, by kind. */
final class Verdict {

  enum Wrong {
    LOST("lost"),
    DOUBLED("doubled"),
    OUT_OF_ORDER("out of order"),
    DIVERGENT("divergent"),
    UNFINISHED("unfinished");

    private final String words;

    Wrong(String words) {
      this.words = words;
    }
  }

  private static final int SHOWN = 8;

  private final Map<Wrong, List<String>> found = new EnumMap<>(Wrong.class);

  Verdict() {
    for (Wrong wrong : Wrong.values()) {
      found.put(wrong, new ArrayList<>());
    }
  }

  void add(Wrong wrong, String details, Object... values) {
    List<String> ofItsKind = found.get(wrong);
    if (ofItsKind != null) {
      ofItsKind.add(details.formatted(values));
    }
  }

  boolean isClean() {
    return found.values().stream().allMatch(List::isEmpty);
  }

  /** "0 lost, 0 doubled, …". */
  String counts() {
    List<String> counts = new ArrayList<>();
    found.forEach((wrong, details) -> counts.add(details.size() + " " + wrong.words));
    return String.join(", ", counts);
  }

  /** The first of each kind. */
  String details() {
    StringBuilder all = new StringBuilder();
    found.forEach(
        (wrong, details) ->
            details.stream()
                .limit(SHOWN)
                .forEach(
                    detail -> all.append(wrong.words).append(": ").append(detail).append('\n')));
    return all.toString();
  }
}
