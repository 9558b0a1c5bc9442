package dev.processsync.task;

import java.util.Map;
import java.util.Optional;

/** How impact and urgency make the priority, as ServiceNow's lookup rules come. */
final class Priority {

  private static final Map<String, String> OF_IMPACT_AND_URGENCY =
      Map.of(
          "1/1", "1",
          "1/2", "2",
          "2/1", "2",
          "1/3", "3",
          "2/2", "3",
          "3/1", "3",
          "2/3", "4",
          "3/2", "4",
          "3/3", "5");

  private Priority() {}

  /** Empty if either is not one of high, medium and low. */
  static Optional<String> of(String impact, String urgency) {
    return Optional.ofNullable(OF_IMPACT_AND_URGENCY.get(impact + "/" + urgency));
  }
}
