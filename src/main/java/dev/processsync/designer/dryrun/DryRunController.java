package dev.processsync.designer.dryrun;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Dry runs over HTTP. Who may is decided with the address: admin and ih_process_sync. */
@RestController
@Tag(name = "Subflows")
class DryRunController {

  private final DryRuns dryRuns;

  DryRunController(DryRuns dryRuns) {
    this.dryRuns = dryRuns;
  }

  @PostMapping(
      path = "/api/process-sync/v1/subflows/{key}/dry-run",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "What the draft, or the published subflow, would do: nothing is written or sent",
      description =
          "Runs on this instance's records as the remote system's run-as user. Answers each step "
              + "with its inputs and outputs, the records and the message that it would write.")
  Map<String, DryRunResult> run(
      @PathVariable String key, @RequestBody(required = false) @Nullable DryRunRequest request) {
    return Map.of(
        "result", dryRuns.run(key, Objects.requireNonNullElse(request, DryRunRequest.EMPTY)));
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(InvalidDryRun problem) {
    String detail = String.valueOf(problem.getMessage());
    return ResponseEntity.status(HttpStatus.BAD_REQUEST)
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            Map.of(
                "error",
                Map.of("message", "Invalid dry run", "detail", detail),
                "status",
                "failure"));
  }
}
