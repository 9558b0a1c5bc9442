package dev.processsync.bounds;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A request that is not heard out, as all refusals are written.
 *
 * @param comeBack whether the same request may pass in a moment
 */
record Refusal(int status, String message, String detail, boolean comeBack) {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final JsonMapper JSON = new JsonMapper();

  static Refusal tooLarge(BodyLimit limit) {
    return new Refusal(
        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
        "Request too large",
        "The body is larger than the %d bytes that %s may have: %s."
            .formatted(limit.bytes(), limit.what(), limit.remedy()),
        false);
  }

  static Refusal tooSlow(long seconds) {
    return new Refusal(
        HttpServletResponse.SC_REQUEST_TIMEOUT,
        "Request too slow",
        "The body was not complete after %d seconds.".formatted(seconds),
        false);
  }

  static Refusal tooMany(int atOnce) {
    return new Refusal(
        TOO_MANY_REQUESTS,
        "Too many requests at a time",
        "One caller may send %d at the same time: send again in a moment.".formatted(atOnce),
        true);
  }

  static Refusal broken() {
    return new Refusal(
        HttpServletResponse.SC_BAD_REQUEST,
        "Invalid body",
        "The body ended early, or its chunks are malformed: send it again.",
        false);
  }

  /** Answers, unless something is answered already. */
  void write(HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.reset();
    response.setStatus(status);
    if (comeBack) {
      response.setHeader("Retry-After", "1");
    }
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    ObjectNode answer = JSON.createObjectNode();
    answer.putObject("error").put("message", message).put("detail", detail);
    answer.put("status", "failure");
    byte[] body = JSON.writeValueAsBytes(answer);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    // Whoever goes on writing, having been told only that the body ended, is not heard.
    response.getOutputStream().close();
  }
}
