package dev.processsync.bounds;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Comes after the login: one user, who may be a program that reads its answers a byte at a time,
 * keeps no more than some of the threads that answer.
 */
final class UserPlaces extends OncePerRequestFilter {

  private final Places places;
  private final int each;

  UserPlaces(RequestProperties properties) {
    this.each = properties.perUser();
    this.places = new Places(each);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getDispatcherType() != DispatcherType.REQUEST
        || !Caller.of(request).isLoggedIn();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String user = Caller.of(request).name();
    if (!places.take(user)) {
      Refusal.tooMany(each).write(response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.leave(user);
    }
  }
}
