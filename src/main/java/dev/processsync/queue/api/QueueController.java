package dev.processsync.queue.api;

import dev.processsync.problem.InvalidQuery;
import dev.processsync.query.Query;
import dev.processsync.queue.entry.EntryStatus;
import dev.processsync.queue.entry.Queue;
import dev.processsync.record.CurrentActor;
import dev.processsync.web.OnlyKnownParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Decisions about many queue entries. Who may is decided with the address (admin and
 * ih_process_sync) and again where each entry is written.
 */
@RestController
@OnlyKnownParameters
@RequestMapping(path = "/api/process-sync/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Queues", description = "Set Ready and Skipped for many queue records at once.")
class QueueController {

  private static final int MOST = 10_000;
  private static final String DESCRIPTION =
      "sysparm_query says which; it can't be empty. At most 10,000 are looked at, oldest first: "
          + "more says that some remain. left names those that could not be set, and why.";

  private final Decisions decisions;
  private final CurrentActor actor;

  QueueController(Decisions decisions, CurrentActor actor) {
    this.decisions = decisions;
    this.actor = actor;
  }

  @PostMapping("/{direction:outbound|inbound}-queue/set-ready")
  @Operation(summary = "Retry those of a queue in Error", description = DESCRIPTION)
  Map<String, Decided> setReady(
      @PathVariable String direction, @RequestParam(name = "sysparm_query") String query) {
    return set(direction, EntryStatus.READY, query);
  }

  @PostMapping("/{direction:outbound|inbound}-queue/skip")
  @Operation(summary = "Ignore those of a queue in Error or Ready", description = DESCRIPTION)
  Map<String, Decided> skip(
      @PathVariable String direction, @RequestParam(name = "sysparm_query") String query) {
    return set(direction, EntryStatus.SKIPPED, query);
  }

  private Map<String, Decided> set(String direction, EntryStatus status, String encoded) {
    Queue queue = Queue.valueOf(direction.toUpperCase(Locale.ROOT));
    Query which = Query.parse(encoded.strip());
    if (which.alternatives().isEmpty()) {
      throw new InvalidQuery(
          encoded, "say which queue records are meant, as status=error or sys_idIN….");
    }
    return Map.of("result", decisions.set(actor.get(), queue, status, which, MOST));
  }
}
