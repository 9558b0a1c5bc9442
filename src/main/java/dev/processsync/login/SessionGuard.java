package dev.processsync.login;

import dev.processsync.identity.PasswordStamps;
import dev.processsync.identity.Users;
import dev.processsync.record.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session when its user's password was changed, a role was taken away, or the user was
 * deactivated; with it ends what Cockpit and Tasklist know of the user. The session in which
 * somebody changes the own password goes on.
 */
final class SessionGuard extends OncePerRequestFilter {

  private static final String OWNER = SessionGuard.class.getName() + ".owner";

  private final Users users;
  private final PasswordStamps stamps;

  SessionGuard(Users users, PasswordStamps stamps) {
    this.users = users;
    this.stamps = stamps;
  }

  /** Whose session it is, with what then counted. */
  private record Owner(String login, String stamp, Set<String> roles) implements Serializable {
    @Serial private static final long serialVersionUID = 1;

    boolean isStill(Owner now) {
      return login.equals(now.login) && stamp.equals(now.stamp) && now.roles.containsAll(roles);
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (session == null || login == null) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Owner> now = owner(login.getName());
    Owner then = (Owner) session.getAttribute(OWNER);
    if (now.isEmpty()) {
      session.invalidate(); // and the request is refused for what its user is
      chain.doFilter(request, response);
      return;
    }
    if (then != null && !then.isStill(now.get())) {
      session.invalidate();
      SecurityContextHolder.clearContext();
      chain.doFilter(request, response);
      return;
    }
    if (!now.get().equals(then)) {
      session.setAttribute(OWNER, now.get());
    }
    chain.doFilter(request, response);
    if (stamps.wereChangedBy(request, login.getName())) {
      HttpSession after = request.getSession(false);
      Optional<Owner> changed = owner(login.getName());
      if (after != null && changed.isPresent()) {
        after.setAttribute(OWNER, changed.get());
      }
    }
  }

  private Optional<Owner> owner(String login) {
    return users
        .byUserName(login)
        .map(Actor::roles)
        .map(roles -> new Owner(login, stamps.stamp(login), Set.copyOf(roles)));
  }
}
