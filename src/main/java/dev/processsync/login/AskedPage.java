package dev.processsync.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * Remembers which page somebody asked for before the login, in the browser: the server keeps
 * nothing for those whom it doesn't know.
 */
final class AskedPage implements RequestCache {

  private static final int LONGEST = 1_500;
  private static final long MINUTES = 30;

  private final String cookie;

  AskedPage(String cookie) {
    this.cookie = cookie;
  }

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String place = path + (query == null ? "" : "?" + query);
    if (isPage(request) && isOwn(place)) {
      send(request, response, encoded(place), MINUTES * 60);
    }
  }

  @Override
  public @Nullable SavedRequest getRequest(
      HttpServletRequest request, @Nullable HttpServletResponse response) {
    return place(request).map(SimpleSavedRequest::new).orElse(null);
  }

  /** Nothing but the address was kept, so the request itself can't be taken up again. */
  @Override
  public @Nullable HttpServletRequest getMatchingRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    if (WebUtils.getCookie(request, cookie) != null) {
      send(request, response, "", 0);
    }
  }

  private Optional<String> place(HttpServletRequest request) {
    Cookie sent = WebUtils.getCookie(request, cookie);
    try {
      return Optional.ofNullable(sent)
          .map(kept -> Base64.getUrlDecoder().decode(kept.getValue()))
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .filter(AskedPage::isOwn);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not ours
    }
  }

  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return HttpMethod.GET.matches(request.getMethod())
        && request.getHeader("X-Requested-With") == null
        && (accept == null
            || accept.contains(MediaType.TEXT_HTML_VALUE)
            || accept.contains(MediaType.ALL_VALUE))
        && !request.getRequestURI().endsWith("/favicon.ico");
  }

  /** A cookie can be forged: it must lead to this instance and nowhere else. */
  private static boolean isOwn(String place) {
    if (!place.startsWith("/")
        || place.startsWith("//")
        || place.startsWith("/\\")
        || place.length() > LONGEST
        || place.chars().anyMatch(c -> c < ' ' || c == '\\' || c > '~')) {
      return false;
    }
    try {
      return URI.create("http://own" + place.replaceAll("[\\[\\]^|{}<>`\"]", "_"))
          .getHost()
          .equals("own");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void send(
      HttpServletRequest request, HttpServletResponse response, String value, long seconds) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(cookie, value)
            .path("/")
            .maxAge(seconds)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }

  private static String encoded(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }
}
