package dev.processsync.bounds;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who sends a request, as far as it is known at this moment.
 *
 * @param name of the user, or the address of a stranger; they never coincide
 */
record Caller(String name, boolean isLoggedIn) {

  static Caller of(HttpServletRequest request) {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    return login == null
            || !login.isAuthenticated()
            || login instanceof AnonymousAuthenticationToken
        ? new Caller("address " + request.getRemoteAddr(), false)
        : new Caller("user " + login.getName(), true);
  }
}
