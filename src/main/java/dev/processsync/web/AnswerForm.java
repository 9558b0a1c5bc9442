package dev.processsync.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** How an address answers when it refuses. */
public enum AnswerForm {
  /** {@link ErrorAnswer} as JSON. */
  API,
  /** The same, and beside it what the engine's clients read. */
  ENGINE,
  /** A page for people. */
  PAGE;

  public static AnswerForm of(HttpServletRequest request) {
    String uri = request.getRequestURI();
    String context = request.getContextPath();
    return ofPath(uri != null && uri.startsWith(context) ? uri.substring(context.length()) : uri);
  }

  /**
   * @param path as it was asked for, null if it could not be read
   */
  public static AnswerForm ofPath(@Nullable String path) {
    String plain = path == null ? "" : path.replaceAll("/{2,}", "/") + "/";
    if (plain.startsWith("/engine-rest/") || plain.startsWith("/camunda/api/")) {
      return ENGINE;
    }
    return plain.startsWith("/api/") ? API : PAGE;
  }
}
