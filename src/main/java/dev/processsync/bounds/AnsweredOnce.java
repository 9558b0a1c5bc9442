package dev.processsync.bounds;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * A sender who leaves in the middle of a body, after the answer was given, is no error to report.
 * The server would put its error page behind the answer. Any other answer that breaks off still
 * ends the connection, so that nobody takes it for a whole one.
 */
final class AnsweredOnce extends ValveBase {

  /** Attribute of requests whose answer is complete although their body is not. */
  static final String IS_ANSWERED = AnsweredOnce.class.getName();

  AnsweredOnce() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    if (response.isCommitted() && request.getAttribute(IS_ANSWERED) != null) {
      response.setErrorReported();
    }
  }
}
