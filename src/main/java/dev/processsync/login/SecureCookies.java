package dev.processsync.login;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * Has the engine's web applications set their cookies for TLS alone: they can do so always or
 * never.
 */
public final class SecureCookies extends HttpServletResponseWrapper {

  private static final String SECURE = "; Secure";

  public SecureCookies(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void addHeader(String name, String value) {
    super.addHeader(name, secured(name, value));
  }

  @Override
  public void setHeader(String name, String value) {
    super.setHeader(name, secured(name, value));
  }

  private static String secured(String name, String value) {
    return HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)
            && !value.toLowerCase(Locale.ROOT).contains("secure")
        ? value + SECURE
        : value;
  }
}
