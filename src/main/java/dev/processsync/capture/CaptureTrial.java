package dev.processsync.capture;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a capture definition makes of a change. Nothing was captured.
 *
 * @param meets whether the filter meets
 * @param conditions each condition of the filter for itself
 * @param active whether the definition is Active; a Draft captures nothing
 * @param remoteSystems names of those that the event goes to
 * @param captured whether it would be captured: of an update, if an included field was changed or
 *     the record has just come to meet the filter, or has just left it and that is sent
 * @param payload what would be sent
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record CaptureTrial(
    boolean meets,
    List<Condition> conditions,
    boolean active,
    List<String> remoteSystems,
    boolean captured,
    @Schema(description = "JSON, as the inbound subflow of the other side gets it.")
        String payload) {

  /**
   * A part of the filter.
   *
   * @param condition as it is written, with its alternatives
   */
  record Condition(String condition, boolean meets) {}
}
