package dev.processsync.designer.catalogue;

import dev.processsync.designer.Subflow;
import dev.processsync.designer.check.Problem;
import dev.processsync.designer.model.Difference;
import dev.processsync.designer.model.SubflowProblem.InvalidSubflow;
import dev.processsync.designer.model.SubflowProblem.OversizedModel;
import dev.processsync.policy.ModelText;
import dev.processsync.policy.UnreadableXml;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
  private final NewestModels newest;
  private final CatalogueView view;
  private final Versions versions;
  private final Samples samples;

  SubflowController(
      Catalogue catalogue,
      NewestModels newest,
      CatalogueView view,
      Versions versions,
      Samples samples) {
    this.catalogue = catalogue;
    this.newest = newest;
    this.view = view;
    this.versions = versions;
    this.samples = samples;
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
    return xml(newest.bpmn(key));
  }

  @PutMapping("/{key}/bpmn")
  @Operation(
      summary = "Saves BPMN as the draft; flows run the published version until you publish",
      description = "With If-Match only if the model is still what reading it gave, else 412.")
  ResponseEntity<Map<String, Subflow>> edit(
      @PathVariable String key,
      @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = ModelVersion.ANY) String ifMatch,
      HttpServletRequest request)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_MODEL_BYTES + 1);
    if (body.length > LARGEST_MODEL_BYTES) {
      throw new OversizedModel(LARGEST_MODEL_BYTES);
    }
    Subflow saved = catalogue.edit(key, text(body, request.getContentType()), ifMatch);
    return ResponseEntity.ok()
        .eTag(ModelVersion.of(newest.bpmn(key)))
        .body(Map.of("result", saved));
  }

  @PostMapping("/{key}/sample")
  @Operation(
      summary = "Puts a sample payload into the draft",
      description =
          "From the payload given, from a message that was received (queue_record), or from what a "
              + "remote system captures for an event, asked of it now.")
  Map<String, Subflow> sample(@PathVariable String key, @RequestBody NewSample sample) {
    return Map.of("result", samples.take(key, sample));
  }

  @GetMapping("/{key}/problems")
  @Operation(
      summary = "What is wrong with the draft, or with the published model",
      description = "Errors make flows fail; a draft that has some can't be published.")
  Map<String, List<Problem>> problems(@PathVariable String key) {
    return Map.of("result", catalogue.problems(key));
  }

  @PostMapping("/{key}/publish")
  @Operation(
      summary = "Deploys the draft: from now on, flows run it",
      description =
          "400 with its problems if it has errors; else warnings has what is worth a look. "
              + "With If-Match only if the draft is still what reading it gave, else 412.")
  Map<String, Object> publish(
      @PathVariable String key,
      @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = ModelVersion.ANY) String ifMatch) {
    Publication published = catalogue.publish(key, ifMatch);
    return Map.of("result", published.subflow(), "warnings", published.warnings());
  }

  @GetMapping("/{key}/versions")
  @Operation(
      summary = "The published versions, the newest first: who published them, what runs on them",
      description = "What else was done with the subflow is in the table ih_sync_subflow_history.")
  Map<String, List<SubflowVersion>> versions(@PathVariable String key) {
    return Map.of("result", versions.of(key));
  }

  @GetMapping(path = "/{key}/versions/{version}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
  @Operation(summary = "The BPMN of a version, or of the draft")
  ResponseEntity<byte[]> bpmn(@PathVariable String key, @PathVariable String version) {
    return xml(versions.bpmn(key, version));
  }

  @GetMapping("/{key}/compare")
  @Operation(
      summary = "What differs between two versions, element by element",
      description = "from and to are a version's number, or draft. How it is drawn is left out.")
  Map<String, List<Difference>> compare(
      @PathVariable String key, @RequestParam String from, @RequestParam String to) {
    return Map.of("result", versions.compare(key, from, to));
  }

  @PostMapping("/{key}/versions/{version}/restore")
  @Operation(summary = "Makes a version's model the draft, to be edited or published again")
  Map<String, Subflow> restore(@PathVariable String key, @PathVariable String version) {
    return Map.of("result", catalogue.restore(key, version));
  }

  @DeleteMapping("/{key}/draft")
  @Operation(
      summary = "Gives up the draft of a published subflow",
      description = "With If-Match only if the draft is still what reading it gave, else 412.")
  Map<String, Subflow> discard(
      @PathVariable String key,
      @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = ModelVersion.ANY) String ifMatch) {
    return Map.of("result", catalogue.discard(key, ifMatch));
  }

  @PostMapping("/{key}/deactivate")
  @Operation(summary = "Has no flow begin to use it; refused while one does. What runs, finishes")
  Map<String, Subflow> deactivate(@PathVariable String key) {
    return Map.of("result", catalogue.deactivate(key));
  }

  @PostMapping("/{key}/activate")
  @Operation(summary = "The reverse of deactivate")
  Map<String, Subflow> activate(@PathVariable String key) {
    return Map.of("result", catalogue.activate(key));
  }

  @DeleteMapping("/{key}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Deletes a subflow that no flow uses",
      description = "With If-Match only if the model is still what reading it gave, else 412.")
  void delete(
      @PathVariable String key,
      @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = ModelVersion.ANY) String ifMatch) {
    catalogue.delete(key, ifMatch);
  }

  private static ResponseEntity<byte[]> xml(String bpmn) {
    return ResponseEntity.ok()
        .eTag(ModelVersion.of(bpmn))
        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
        .body(bpmn.getBytes(StandardCharsets.UTF_8));
  }

  /** What the sender says of the encoding counts as far as it fits. */
  private static String text(byte[] body, @Nullable String contentType) {
    try {
      return ModelText.of(body, charset(contentType));
    } catch (UnreadableXml e) {
      throw new InvalidSubflow("The model can't be read. " + e.getMessage());
    }
  }

  private static @Nullable Charset charset(@Nullable String contentType) {
    try {
      return contentType == null ? null : MediaType.parseMediaType(contentType).getCharset();
    } catch (InvalidMediaTypeException e) {
      return null;
    }
  }
}
