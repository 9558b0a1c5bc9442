package dev.processsync.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a page of another site makes a browser send: the browser would add the login that it
 * remembers. Programs say of no site that it made them.
 */
final class OtherSites extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READING.contains(request.getMethod()) || isOwn(request)) {
      chain.doFilter(request, response);
    } else {
      ApiErrors.write(
          response,
          HttpServletResponse.SC_FORBIDDEN,
          "Request of another site",
          "A page of another site made the browser send this: only this instance's own pages, and"
              + " programs, may change something here.");
    }
  }

  private static boolean isOwn(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OWN.contains(site.toLowerCase(Locale.ROOT));
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null || isOwn(origin, request);
  }

  /** Compared without the scheme: a proxy that speaks TLS may stand between. */
  private static boolean isOwn(String origin, HttpServletRequest request) {
    try {
      URI from = URI.create(origin);
      String authority = from.getRawAuthority();
      return authority != null
          && (authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
              || (request.getServerName().equalsIgnoreCase(from.getHost())
                  && request.getServerPort() == port(from.getPort(), from.getScheme())));
    } catch (IllegalArgumentException e) {
      return false; // such as null, of a page that hides where it comes from
    }
  }

  private static int port(int given, @Nullable String scheme) {
    return given >= 0 ? given : "https".equals(scheme) ? 443 : 80;
  }
}
