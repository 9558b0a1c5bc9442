package dev.processsync.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Refuses a request before it has reached its address: JSON for programs, a page for people. */
public final class Refusals {

  private static final String REASON = Refusals.class.getName() + ".reason";

  private Refusals() {}

  public static void send(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String message,
      String detail)
      throws IOException {
    AnswerForm form = AnswerForm.of(request);
    if (form == AnswerForm.PAGE) {
      request.setAttribute(REASON, detail);
      response.sendError(status);
    } else {
      write(response, form, status, ErrorAnswer.of(message, detail));
    }
  }

  /** What {@link #send} said, for the page that shows it. */
  public static @Nullable String reason(HttpServletRequest request) {
    return (String) request.getAttribute(REASON);
  }

  private static void write(
      HttpServletResponse response, AnswerForm form, int status, ErrorAnswer answer)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(answer.json(form, status));
  }
}
