package dev.processsync.bench.ours;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.bench.IncidentValues;
import dev.processsync.bench.IncidentWrites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A program that calls A's Table API over connections that stay open, with HTTP Basic each time.
 */
public final class RestWrites implements IncidentWrites {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLE = "/api/now/table/";
  private static final String ADMIN =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(
                  ("admin:" + OursSide.ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8));

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final String hardware;

  /**
   * @param url A's
   */
  public RestWrites(String url) {
    this.url = url;
    this.hardware =
        send("GET", "sys_user_group?sysparm_query=name=" + IncidentValues.GROUP, "")
            .path(0)
            .path("sys_id")
            .asText();
  }

  @Override
  public String create(IncidentValues values) {
    Map<String, String> body = body(values);
    body.put("assignment_group", hardware);
    return send("POST", "incident", json(body)).path("sys_id").asText();
  }

  @Override
  public void update(String sysId, IncidentValues values) {
    send("PATCH", "incident/" + sysId, json(body(values)));
  }

  private static Map<String, String> body(IncidentValues values) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("short_description", values.shortDescription());
    body.put("severity", values.severity());
    body.put("state", values.state());
    return body;
  }

  private static String json(Map<String, String> body) {
    return JSON.valueToTree(body).toString();
  }

  /** The answer's result. */
  private JsonNode send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + TABLE + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", ADMIN)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
      return JSON.readTree(response.body()).path("result");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
