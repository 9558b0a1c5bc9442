package dev.processsync.table.api;

import java.util.Map;

/** The JSON of every refusal, as ServiceNow's clients expect it. */
record ErrorAnswer(Detail error, String status) {

  record Detail(String message, String detail) {}

  static ErrorAnswer of(String message, String detail) {
    return new ErrorAnswer(new Detail(message, detail), "failure");
  }

  Map<String, Object> asMap() {
    return Map.of(
        "error", Map.of("message", error.message(), "detail", error.detail()), "status", status);
  }
}
