package dev.processsync.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * What the web server refuses by itself, before any of our code has seen it: an address that it
 * can't read, a header that is too long.
 */
public final class ServerRefusals extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    AtomicBoolean heard = new AtomicBoolean(false);
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, heard);
    if (!heard.get()) {
      return;
    }
    AnswerForm asked = AnswerForm.ofPath(path(request));
    // A page would need what can't be read of the request.
    AnswerForm form = asked == AnswerForm.PAGE ? AnswerForm.API : asked;
    ErrorAnswer answer = ErrorAnswer.of(StatusWords.title(status), StatusWords.detail(status));
    try {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(answer.json(form, status));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException callerIsGone) {
      // nobody is left who could read an answer
    }
  }

  private static @Nullable String path(Request request) {
    return request.getCoyoteRequest().requestURI().isNull() ? null : request.getRequestURI();
  }
}
