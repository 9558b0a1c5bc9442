package dev.processsync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A program that calls an instance's API over HTTP as one of its users.
 *
 * @param url of the instance, without a slash at its end
 */
public record ApiClient(String url, String userName, String password) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public static ApiClient admin(int port) {
    return new ApiClient("http://localhost:" + port, "admin", InstanceTest.ADMIN_PASSWORD);
  }

  /** An answer, its body read as JSON; missing if it has none. */
  public record Answer(int status, HttpResponse<String> response, JsonNode json) {

    public JsonNode result() {
      return json.path("result");
    }

    public String message() {
      return json.path("error").path("message").asText();
    }

    public String detail() {
      return json.path("error").path("detail").asText();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  public ApiClient as(String otherUserName, String otherPassword) {
    return new ApiClient(url, otherUserName, otherPassword);
  }

  /** The body of an answer that is no JSON. */
  public String text(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", basic()).build();
    return send("GET", path, request).body();
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  /**
   * @param body JSON
   */
  public Answer post(String path, String body) {
    return send("POST", path, body, "Content-Type", "application/json");
  }

  /**
   * @param body JSON
   */
  public Answer patch(String path, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/json";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return send("PATCH", path, body, all);
  }

  public Answer delete(String path) {
    return send("DELETE", path, "");
  }

  /**
   * @param headers names and values in turn
   */
  public Answer send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", basic())
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> response = send(method, path, request.build());
    try {
      return new Answer(response.statusCode(), response, JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    }
  }

  private static HttpResponse<String> send(String method, String path, HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(method + " " + path, e);
    }
  }

  /** A value for a URL's query. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  public String basic() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((userName + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
