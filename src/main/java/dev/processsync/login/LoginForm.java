package dev.processsync.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * What comes of a login: a page for a person, a status for a script of a page that asked a person
 * to log in again.
 */
final class LoginForm implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private final SavedRequestAwareAuthenticationSuccessHandler toPage =
      new SavedRequestAwareAuthenticationSuccessHandler();
  private final SimpleUrlAuthenticationFailureHandler again =
      new SimpleUrlAuthenticationFailureHandler("/login?error");
  private final ApiErrors toScript = ApiErrors.toPages();
  private final RequestCache asked;

  LoginForm(RequestCache asked) {
    this.asked = asked;
    toPage.setRequestCache(asked);
    again.setAllowSessionCreation(false);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication login)
      throws ServletException, IOException {
    if (isOfScript(request)) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      asked.removeRequest(request, response);
      toPage.onAuthenticationSuccess(request, response, login);
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
      throws ServletException, IOException {
    if (isOfScript(request)) {
      toScript.commence(request, response, problem);
    } else if (problem instanceof TooManyTries tooMany) {
      String seconds = Long.toString(tooMany.seconds());
      response.setStatus(ApiErrors.TOO_MANY_REQUESTS);
      response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
      request.setAttribute("waitSeconds", seconds);
      request.getRequestDispatcher("/login/wait").forward(request, response);
    } else {
      again.onAuthenticationFailure(request, response, problem);
    }
  }

  private static boolean isOfScript(HttpServletRequest request) {
    return request.getHeader("X-Requested-With") != null;
  }
}
