package dev.processsync.bounds;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * The connection that a request came by. While a request is answered nobody reads from it, so
 * nobody notices when the caller closes it.
 */
final class LineToCaller {

  private static final String NAME = LineToCaller.class.getName();

  private final org.apache.coyote.Request request;

  private LineToCaller(org.apache.coyote.Request request) {
    this.request = request;
  }

  /** Null if it can't be watched: a body may still be on its way, which its reader needs. */
  static @Nullable LineToCaller of(ServletRequest request) {
    return (LineToCaller) request.getAttribute(NAME);
  }

  /**
   * Whether the caller has closed it. To be asked while the request is answered, and by nobody at
   * the same time: it reads what has come, without waiting, into the buffer where the server looks
   * for the next request. If that is another request, asking again reads nothing; of a closed
   * connection the server says each time that something is there, which is its end.
   */
  boolean isCut() {
    boolean somethingCame = mayRead();
    return somethingCame && mayRead();
  }

  private boolean mayRead() {
    request.action(ActionCode.AVAILABLE, true);
    return request.getAvailable() > 0;
  }

  /** Gives every request its line. */
  static final class Valve extends ValveBase {

    Valve() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      boolean withoutBody =
          request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") == null;
      if (withoutBody && request.getProtocol().startsWith("HTTP/1.")) {
        request.setAttribute(NAME, new LineToCaller(request.getCoyoteRequest()));
      }
      getNext().invoke(request, response);
    }
  }
}
