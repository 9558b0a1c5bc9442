package dev.processsync.designer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A line of the catalogue. Texts are empty where there is nothing to say.
 *
 * @param version of the published model, 0 if there is none
 * @param basedOn the subflow that this one was copied from, while it is a draft
 * @param updatedBy who saved the draft last
 * @param updatedOn when the draft was saved last or, if there is none, the model was published;
 *     {@code yyyy-MM-dd HH:mm:ss}, UTC
 */
public record Subflow(
    @Schema(description = "What flows name it by; the id of its process.") String key,
    String name,
    @Schema(allowableValues = {"outbound", "inbound", "error", ""}) String kind,
    @Schema(description = "Of the published model; 0 if it was never published.") int version,
    @JsonProperty("version_tag") String versionTag,
    @Schema(allowableValues = {State.DRAFT, State.PUBLISHED, State.CHANGED}) String state,
    @Schema(description = "False if it was deactivated: no flow may begin to use it.")
        boolean active,
    @Schema(description = "Shipped with the product: copy it to change it.") boolean template,
    @JsonProperty("based_on") String basedOn,
    @JsonProperty("updated_by") String updatedBy,
    @JsonProperty("updated_on") String updatedOn,
    @Schema(description = "Why no flow can run what is published; empty if flows can.")
        String problem) {

  /** Where a subflow stands. */
  public static final class State {
    public static final String DRAFT = "draft";
    public static final String PUBLISHED = "published";
    public static final String CHANGED = "published with newer draft";

    private State() {}
  }
}
