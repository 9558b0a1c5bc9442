package dev.processsync.designer.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something about a subflow's model that will fail, or that is probably not meant so.
 *
 * @param element the id of the BPMN element
 * @param name what people know the element by; its id if it has no name
 * @param property the input, output or other property that is concerned, {@code fields.state} for
 *     the entry of a map; empty if it is the element itself
 * @param message says what is wrong, where, and what would be right
 */
public record Problem(
    Severity severity, String element, String name, String property, String message) {

  /** How bad it is. */
  public enum Severity {
    /** A flow would fail: the subflow can't be published so. */
    @JsonProperty("error")
    ERROR,
    /** Allowed, but worth a look. */
    @JsonProperty("warning")
    WARNING
  }

  @JsonIgnore
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
