package dev.processsync.console.form;

import java.util.regex.Pattern;

/** The page that somebody came from, as the address says it. */
final class WayBack {

  /** Pages of the console only: an address that somebody was sent must not lead elsewhere. */
  private static final Pattern OURS = Pattern.compile("/console(?:[/?][^\\\\\\p{Cntrl}]*)?");

  private WayBack() {}

  /** The path if it is one of the console's, else empty. */
  static String of(String path) {
    return OURS.matcher(path).matches() && !path.contains("/..") ? path : "";
  }
}
