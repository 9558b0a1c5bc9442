package dev.processsync.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Which URLs a connection may have. */
final class UrlRule {

  private final boolean allowHttp;

  UrlRule(boolean allowHttp) {
    this.allowHttp = allowHttp;
  }

  /** What is wrong with a URL and what would be right, empty if nothing. */
  Optional<String> problem(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      return Optional.of("it is no URL: write it as https://host:port");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return Optional.of("it must begin with https://");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("it must not carry a login: put that into the credential");
    }
    if (uri.getHost() == null || uri.getPort() > 65_535 || uri.getPort() == 0) {
      return Optional.of("it names no host or port that exists: write it as https://host:port");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return Optional.of("it must end before any ? or #");
    }
    if (scheme.equals("http") && !allowHttp) {
      return Optional.of(
          "http shows the password to everybody on the way: use https, or set"
              + " process-sync.allow-http=true on this instance");
    }
    return Optional.empty();
  }
}
