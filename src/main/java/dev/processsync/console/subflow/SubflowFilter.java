package dev.processsync.console.subflow;

import dev.processsync.designer.Subflow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which subflows a list shows.
 *
 * @param name a part of the name or key, in either case; empty for any
 * @param kind outbound, inbound or error; empty for any
 */
record SubflowFilter(String name, String kind) {

  private static final Comparator<Subflow> BY_NAME =
      Comparator.comparing(Subflow::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Subflow::key);

  List<Subflow> of(List<Subflow> all) {
    return all.stream().filter(this::has).sorted(BY_NAME).toList();
  }

  boolean isEmpty() {
    return name.isBlank() && kind.isEmpty();
  }

  private boolean has(Subflow subflow) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return (kind.isEmpty() || kind.equals(subflow.kind()))
        && (subflow.name().toLowerCase(Locale.ROOT).contains(wanted)
            || subflow.key().contains(wanted));
  }
}
