package dev.processsync.queue.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * What became of a decision about many entries.
 *
 * @param changed how many were set
 * @param left those that could not be, and why
 * @param more whether entries remain that were not looked at: ask again
 */
record Decided(int changed, List<Left> left, boolean more) {

  /**
   * @param sysId of the entry
   * @param reason for people
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Left(String sysId, String reason) {}
}
