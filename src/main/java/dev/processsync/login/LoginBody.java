package dev.processsync.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds the forms that are read of anybody, before the login: theirs are short. What is larger, or
 * doesn't say how large it is, is refused unread. APIs read no body before they know who sends it.
 */
final class LoginBody extends OncePerRequestFilter {

  static final int MAX_BYTES = 8 * 1024;
  private static final List<String> APIS = List.of("/api/", "/engine-rest/", "/camunda/");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    return APIS.stream().anyMatch(path::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MAX_BYTES) {
      refuse(
          response,
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "A login takes at most %d bytes.".formatted(MAX_BYTES));
    } else if (request.getHeader("Transfer-Encoding") != null) {
      refuse(
          response,
          HttpServletResponse.SC_LENGTH_REQUIRED,
          "A login says its length: send it with Content-Length.");
    } else {
      chain.doFilter(request, response);
    }
  }

  /** The rest of the body is not worth reading either. */
  private static void refuse(HttpServletResponse response, int status, String detail)
      throws IOException {
    response.setHeader("Connection", "close");
    ApiErrors.write(response, status, "Login refused", detail);
  }
}
