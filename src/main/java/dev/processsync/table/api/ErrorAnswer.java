package dev.processsync.table.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** The JSON of every refusal, as ServiceNow's clients expect it. */
record ErrorAnswer(Detail error, String status) {

  /**
   * @param field the field to blame; left out if it is none
   */
  record Detail(
      String message, String detail, @JsonInclude(JsonInclude.Include.NON_EMPTY) String field) {}

  static ErrorAnswer of(String message, String detail) {
    return at("", message, detail);
  }

  /** A refusal that blames a field. */
  static ErrorAnswer at(String field, String message, String detail) {
    return new ErrorAnswer(new Detail(message, detail, field), "failure");
  }

  Map<String, Object> asMap() {
    return Map.of(
        "error", Map.of("message", error.message(), "detail", error.detail()), "status", status);
  }
}
