package dev.processsync;

import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at an instance's pages, with the cookies of one session. */
public final class Browser {

  private static final Pattern META = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String url;

  public Browser(int port) {
    this.url = "http://localhost:" + port;
  }

  /** Where the login page sends the user next. */
  public String logIn(String userName, String password) {
    return submitLogin(userName, password).headers().firstValue("Location").orElse("");
  }

  /** What the login page answers. */
  public HttpResponse<String> submitLogin(String userName, String password) {
    String page = get("/login").body();
    Matcher csrf = CSRF.matcher(page);
    if (!csrf.find()) {
      throw new IllegalStateException("not the login page: " + page);
    }
    String form =
        "username=%s&password=%s&_csrf=%s"
            .formatted(encoded(userName), encoded(password), encoded(csrf.group(1)));
    return submit("/login", form);
  }

  public HttpResponse<String> get(String path) {
    return send(request(path));
  }

  /** Every cookie that it has. */
  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  /** A page, as somebody opens it. */
  public HttpResponse<String> getPage(String path) {
    return send(request(path).header("Accept", "text/html"));
  }

  /** As a script of a page asks for what it may have already. */
  public HttpResponse<String> getUnlessKnown(String path, String tag) {
    return send(request(path).header("If-None-Match", "\"" + tag + "\""));
  }

  /** As it asks for a page that it keeps from an hour ahead: whatever that is, it's not newer. */
  public HttpResponse<String> getUnlessChanged(String path) {
    String kept = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(UTC).plusHours(1));
    return send(request(path).header("If-Modified-Since", kept));
  }

  /** A form, as any page in the world could make this browser send it. */
  public HttpResponse<String> submit(String path, String form) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** As a script of Cockpit's page does it, with the token that the page got as a cookie. */
  public HttpResponse<String> postFromCockpit(String path) {
    return send(request(path).header("X-XSRF-TOKEN", cockpitToken()).POST(BodyPublishers.noBody()));
  }

  /**
   * As a script of the engine's web applications calls the engine.
   *
   * @param json empty for no body
   */
  public HttpResponse<String> callEngine(String method, String path, String json) {
    return send(
        request(path)
            .header("X-XSRF-TOKEN", cockpitToken())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json)));
  }

  private String cockpitToken() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().startsWith("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** The token that a page of the console gives its scripts. */
  public String tokenOf(String path) {
    String page = get(path).body();
    Matcher token = META.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("no page of the console: " + page);
    }
    return token.group(1);
  }

  /**
   * As a script of the console's pages calls the API.
   *
   * @param token of a page, empty for a script that has none
   * @param json empty for no body
   */
  public HttpResponse<String> call(String method, String path, String json, String token) {
    HttpRequest.Builder request =
        request(path)
            .header("X-Requested-With", "XMLHttpRequest")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json));
    if (!token.isEmpty()) {
      request.header("X-CSRF-TOKEN", token);
    }
    return send(request);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    try {
      return http.send(built, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(built.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(built.toString(), e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
