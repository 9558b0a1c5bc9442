package dev.processsync.bench;

/**
 * What a row is compared with.
 *
 * @param other the other row
 * @param upsideDown whether the other row's rate is divided by this one's
 * @param processorTimeOf the row whose processor time of an event is compared, too
 * @param target what the comparison is meant to show
 */
record Comparison(String other, boolean upsideDown, String processorTimeOf, String target) {

  static Comparison of(Cell cell) {
    boolean postgres = cell.database().equals("postgres");
    return switch (cell.row()) {
      case "ours" ->
          new Comparison(
              "",
              false,
              "camel",
              "processor time ≤ 1.00 of camel's; at 100 events/s p50 ≤ 60 ms, p95 ≤ 150 ms");
      case "loaded" -> byRate("ours", "≥ 0.95");
      case "rest" -> new Comparison("ours", false, "ours", "");
      case "camel" -> toOurs(postgres ? "≥ 1.00" : "≥ 0.60");
      case "one-job" -> toOurs(postgres ? "≥ 8.00" : "");
      case "floor" -> toOurs("");
      case Idle.ROW -> byRate("", "≤ 0.50 %");
      case Waiting.CAPTURE_BESIDE_WAITING -> byRate(Waiting.CAPTURE, "");
      default -> byRate("", "");
    };
  }

  private static Comparison byRate(String other, String target) {
    return new Comparison(other, false, "", target);
  }

  private static Comparison toOurs(String target) {
    return new Comparison("ours", true, "", target);
  }
}
