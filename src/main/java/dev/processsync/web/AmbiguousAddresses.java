package dev.processsync.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that mean one thing to one reader and another to the next: those that Spring
 * Security's firewall rejects and, before anything else reads them, those with an empty segment.
 */
final class AmbiguousAddresses extends OncePerRequestFilter implements RequestRejectedHandler {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().contains("//")) {
      refuse(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
      throws IOException {
    refuse(request, response);
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean known = METHODS.contains(request.getMethod());
    int status =
        known ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_METHOD_NOT_ALLOWED;
    String detail =
        known
            ? "The request's address, a header or a parameter's name holds what is not taken: //,"
                + " /../, ; or an encoded /, \\ or % in the path, a control character."
            : StatusWords.detail(status);
    Refusals.send(request, response, status, StatusWords.title(status), detail);
  }
}
