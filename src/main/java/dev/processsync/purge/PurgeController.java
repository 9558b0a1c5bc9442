package dev.processsync.purge;

import dev.processsync.problem.RecordConflict;
import dev.processsync.web.OnlyKnownParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Purging by hand. Who may is decided with the address: admin and ih_process_sync. */
@RestController
@OnlyKnownParameters
@RequestMapping(path = "/api/process-sync/v1/purge", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Purge", description = "Deletes queue records that have reached their age.")
class PurgeController {

  private final Purge purge;

  PurgeController(Purge purge) {
    this.purge = purge;
  }

  @PostMapping
  @Operation(
      summary = "Purge both queues now",
      description =
          "What happens each day by itself, with the ages of the properties process_sync.purge.*: "
              + "queue records are deleted by status and age. Answers the Purge Run "
              + "(ih_sync_purge_run) when it has ended, with its counts. 409 if one is under way.")
  Map<String, Map<String, String>> purge() {
    return Map.of(
        "result",
        purge
            .run()
            .orElseThrow(
                () ->
                    new RecordConflict(
                        "The queues are being purged already: see the table ih_sync_purge_run."))
            .values());
  }
}
