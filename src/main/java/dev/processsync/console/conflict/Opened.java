package dev.processsync.console.conflict;

import java.util.List;
import java.util.Map;

/**
 * A record about which somebody is asked.
 *
 * @param title what people know it by
 * @param href its page; empty if it is gone
 */
record Opened(String record, String label, String title, String href, List<Line> lines) {

  /**
   * A field that both sides changed.
   *
   * @param sysId the conflict's
   * @param ours what stands here now
   * @param choices what its value may be, with labels; empty if it is not chosen from a list
   */
  record Line(
      String sysId,
      String label,
      String before,
      Side ours,
      Side theirs,
      boolean isLong,
      Map<String, String> choices) {}

  /**
   * What one side has.
   *
   * @param value as people read it
   * @param by a login, on that side
   * @param on UTC; empty if it is not known
   */
  record Side(String name, String value, String by, String on) {}
}
