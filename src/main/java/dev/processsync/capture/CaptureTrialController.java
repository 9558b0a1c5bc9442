package dev.processsync.capture;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Trying capture definitions over HTTP. Who may is decided with the address (admin and
 * ih_process_sync) and where the record is read.
 */
@RestController
@Tag(name = "Captures", description = "Whether a capture definition's filter meets, and with what.")
class CaptureTrialController {

  private final CaptureTrials trials;

  CaptureTrialController(CaptureTrials trials) {
    this.trials = trials;
  }

  /** The change to try it on. */
  record Change(
      @Schema(description = "sys_id of a record of the definition's table.")
          @Nullable String record,
      @Schema(
              description =
                  "Values of fields before the change. Left out: the record was created just now.")
          @Nullable Map<String, String> previously) {}

  @PostMapping(
      path = "/api/process-sync/v1/capture-definitions/{sysId}/try",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Whether the filter meets for a record, and the payload: nothing is captured")
  Map<String, CaptureTrial> attempt(@PathVariable String sysId, @RequestBody Change change) {
    String record = Objects.requireNonNullElse(change.record(), "");
    return Map.of("result", trials.of(sysId, record, change.previously()));
  }
}
