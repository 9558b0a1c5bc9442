package dev.processsync.engineweb;

import dev.processsync.identity.OwnNonce;
import dev.processsync.login.SecureCookies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who asks, after Spring Security let the request pass: its REST API checks the
 * caller's authorizations, its web applications need no login of their own.
 */
final class EngineRequests extends OncePerRequestFilter {

  private final Supplier<ProcessEngine> engines;

  /**
   * @param engine asked for with the first request: the web server starts before the engine
   */
  EngineRequests(Supplier<ProcessEngine> engine) {
    this.engines = engine;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    ProcessEngine engine = engines.get();
    OwnEngine.serving(engine);
    try {
      if (login == null) {
        chain.doFilter(request, response);
      } else if (request.getRequestURI().startsWith(request.getContextPath() + "/camunda")) {
        signOn(engine, request, login.getName());
        chain.doFilter(
            new OwnNonce(request), request.isSecure() ? new SecureCookies(response) : response);
      } else {
        callAs(engine, login.getName(), request, response, chain);
      }
    } finally {
      OwnEngine.done();
    }
  }

  private static void callAs(
      ProcessEngine engine,
      String login,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    IdentityService identities = engine.getIdentityService();
    identities.setAuthentication(login, groups(engine, login));
    try {
      chain.doFilter(request, response);
    } finally {
      identities.clearAuthentication();
    }
  }

  private static List<String> groups(ProcessEngine engine, String login) {
    return engine.getIdentityService().createGroupQuery().groupMember(login).list().stream()
        .map(Group::getId)
        .toList();
  }

  /**
   * Puts the session's user into the web applications' own session data, with the roles that count
   * now: they would go on with those of the login.
   */
  private static void signOn(ProcessEngine engine, HttpServletRequest request, String login) {
    Authentications known = AuthenticationUtil.getAuthsFromSession(request.getSession());
    org.camunda.bpm.webapp.impl.security.auth.Authentication present =
        known.getAuthenticationForProcessEngine(engine.getName());
    if (!(present instanceof UserAuthentication user)
        || !user.getIdentityId().equals(login)
        || !Set.copyOf(user.getGroupIds()).equals(Set.copyOf(groups(engine, login)))) {
      UserAuthentication now = AuthenticationUtil.createAuthentication(engine, login, null, null);
      if (now != null) {
        known.addOrReplace(now);
      }
    }
  }
}
