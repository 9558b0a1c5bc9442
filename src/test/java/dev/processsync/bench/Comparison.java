package dev.processsync.bench;

/**
 * What a row is compared with.
 *
 * @param other the other row
 * @param upsideDown whether the other row's rate is divided by this one's
 * @param target what the comparison is meant to show
 */
record Comparison(String other, boolean upsideDown, String target) {

  static Comparison of(Cell cell) {
    boolean postgres = cell.database().equals("postgres");
    return switch (cell.row()) {
      case "ours" -> new Comparison("", false, "p50 ≤ 50 ms, p95 ≤ 150 ms");
      case "loaded" -> new Comparison("ours", false, "≥ 0.90");
      case "camel" -> new Comparison("ours", true, postgres ? "≥ 2.00" : "≥ 1.00");
      case "one-job" -> new Comparison("ours", true, postgres ? "≥ 10.00" : "");
      case "floor" -> new Comparison("ours", true, "≥ 0.25");
      case Waiting.CAPTURE_BESIDE_WAITING -> new Comparison(Waiting.CAPTURE, false, "");
      default -> new Comparison("", false, "");
    };
  }
}
