package dev.processsync.flow.catalogue;

import dev.processsync.flow.catalogue.SubflowProblem.InvalidSubflow;
import dev.processsync.flow.catalogue.SubflowProblem.NoSuchSubflow;
import dev.processsync.flow.catalogue.SubflowProblem.OversizedModel;
import dev.processsync.flow.catalogue.SubflowProblem.SubflowConflict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue over HTTP, the same for the console and for scripts. */
@RestController
@RequestMapping("/api/process-sync/v1/subflows")
@Tag(
    name = "Subflows",
    description = "The BPMN models that outbound and inbound flows run: copy, edit, publish.")
class SubflowController {

  /** A large model has some hundred kilobytes. */
  private static final int LARGEST_MODEL_BYTES = 2 * 1024 * 1024;

  private final Catalogue catalogue;
  private final CatalogueView view;

  SubflowController(Catalogue catalogue, CatalogueView view) {
    this.catalogue = catalogue;
    this.view = view;
  }

  @GetMapping
  @Operation(summary = "All subflows: templates, copies, drafts, and what was deployed otherwise")
  Map<String, List<Subflow>> list() {
    return Map.of("result", view.all());
  }

  @GetMapping("/{key}")
  @Operation(summary = "One subflow")
  Map<String, Subflow> get(@PathVariable String key) {
    return Map.of("result", view.require(key));
  }

  @PostMapping("/{key}/copy")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Copies a subflow to a draft with a key and name of its own")
  Map<String, Subflow> copy(
      @PathVariable String key, @RequestBody(required = false) @Nullable NewSubflow copy) {
    return Map.of("result", catalogue.copy(key, copy == null ? new NewSubflow(null, null) : copy));
  }

  @GetMapping(path = "/{key}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
  @Operation(summary = "The draft's BPMN, or the published one's if there is no draft")
  ResponseEntity<byte[]> bpmn(@PathVariable String key) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
        .body(catalogue.bpmn(key).getBytes(StandardCharsets.UTF_8));
  }

  @PutMapping("/{key}/bpmn")
  @Operation(summary = "Saves BPMN as the draft; flows run the published version until you publish")
  Map<String, Subflow> edit(@PathVariable String key, HttpServletRequest request)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_MODEL_BYTES + 1);
    if (body.length > LARGEST_MODEL_BYTES) {
      throw new OversizedModel(LARGEST_MODEL_BYTES);
    }
    return Map.of("result", catalogue.edit(key, text(body)));
  }

  @PostMapping("/{key}/publish")
  @Operation(summary = "Deploys the draft: from now on, flows run it")
  Map<String, Subflow> publish(@PathVariable String key) {
    return Map.of("result", catalogue.publish(key));
  }

  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Deletes a subflow that no flow uses")
  void delete(@PathVariable String key) {
    catalogue.delete(key);
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidSubflow("The model is not in UTF-8: save it so.");
    }
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(SubflowProblem problem) {
    if (problem instanceof NoSuchSubflow) {
      return answer(HttpStatus.NOT_FOUND, "No such subflow", problem);
    } else if (problem instanceof OversizedModel) {
      return answer(HttpStatus.PAYLOAD_TOO_LARGE, "Invalid subflow", problem);
    } else if (problem instanceof SubflowConflict) {
      return answer(HttpStatus.CONFLICT, "Subflow conflict", problem);
    }
    return answer(HttpStatus.BAD_REQUEST, "Invalid subflow", problem);
  }

  private static ResponseEntity<Map<String, Object>> answer(
      HttpStatus status, String message, SubflowProblem problem) {
    String detail = Objects.requireNonNullElse(problem.getMessage(), "");
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("error", Map.of("message", message, "detail", detail), "status", "failure"));
  }
}
