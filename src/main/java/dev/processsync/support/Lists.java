package dev.processsync.support;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists that several give to. */
public final class Lists {

  private Lists() {}

  /** What others gave, if anything, and ours behind it. */
  @SafeVarargs
  public static <T> List<T> with(@Nullable List<T> given, T... ours) {
    List<T> all = new ArrayList<>();
    if (given != null) {
      all.addAll(given);
    }
    all.addAll(List.of(ours));
    return all;
  }
}
