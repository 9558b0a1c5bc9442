package dev.processsync.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Refuses API calls in the form that clients of the Table API expect (docs/table-api.md). */
public final class ApiErrors implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String BODY =
      "{\"error\":{\"message\":\"%s\",\"detail\":\"%s\"},\"status\":\"failure\"}";

  public static final int TOO_MANY_REQUESTS = 429;

  /** Tells a page's script that the page, and not what it asks for, is the problem. */
  private static final String PAGE = "X-Page";

  private final boolean asksForLogin;

  private ApiErrors(boolean asksForLogin) {
    this.asksForLogin = asksForLogin;
  }

  /** Programs are told how to log in. */
  static ApiErrors toPrograms() {
    return new ApiErrors(true);
  }

  /** Pages are not: the browser would ask for a password by itself. */
  static ApiErrors toPages() {
    return new ApiErrors(false);
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
      throws IOException {
    if (problem instanceof TooManyTries tooMany) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
      write(response, TOO_MANY_REQUESTS, "Too Many Requests", tooMany.advice());
      return;
    }
    if (asksForLogin) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"process-sync\"");
    }
    write(
        response,
        HttpServletResponse.SC_UNAUTHORIZED,
        "User Not Authenticated",
        "Required to provide Auth information");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
      throws IOException {
    if (problem instanceof CsrfException) {
      if (request.getSession(false) == null) {
        commence(request, response, new InsufficientAuthenticationException("the session ended"));
        return;
      }
      response.setHeader(PAGE, "too-old");
    }
    write(
        response,
        HttpServletResponse.SC_FORBIDDEN,
        "User Not Authorized",
        problem instanceof CsrfException
            ? "The page is too old: load it again and repeat this"
            : "The user lacks a role that this address requires");
  }

  /** With its length: whoever sends a body that nobody reads need not wait for more. */
  static void write(HttpServletResponse response, int status, String message, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    byte[] body = BODY.formatted(message, detail).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
