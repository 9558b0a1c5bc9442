package dev.processsync.copy;

import dev.processsync.record.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The guard against copies over HTTP. */
@RestController
@RequestMapping(
    path = "/api/process-sync/v1/copy-guard",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Copy guard", description = "Whether this instance is held because it may be a copy.")
class CopyController {

  private final CopyDecisions decisions;
  private final CurrentActor currentActor;

  CopyController(CopyDecisions decisions, CurrentActor currentActor) {
    this.decisions = decisions;
    this.currentActor = currentActor;
  }

  /** What the database is. */
  record Given(@Nullable String answer) {}

  @GetMapping
  @Operation(summary = "Whether this instance is held, and why")
  Map<String, Map<String, Object>> state() {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("held", decisions.objection().isPresent());
    state.put("reason", decisions.objection().orElse(""));
    return Map.of("result", state);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Say what this database is",
      description =
          "'moved': the original, which goes on. 'copy': an instance of its own from now on; its remote systems are disabled and unlinked, and what waits to be sent or mailed is skipped. Takes the role admin.")
  Map<String, Map<String, Object>> answer(@RequestBody Given given) {
    decisions.answer(currentActor.get(), Objects.requireNonNullElse(given.answer(), ""));
    return state();
  }
}
