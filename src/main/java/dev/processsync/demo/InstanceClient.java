package dev.processsync.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One instance as a user of its HTTP interface sees it: an address and a login. Throws {@link
 * InstanceRefused} for every answer that is an error and {@link InstanceUnreachable} for none.
 */
final class InstanceClient {

  private static final String SYNC_API = "/api/process-sync/v1/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final URI baseUrl;
  private final String authorization;

  InstanceClient(URI baseUrl, String userName, String password) {
    this.baseUrl = baseUrl;
    String login = userName + ":" + password;
    this.authorization =
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  URI baseUrl() {
    return baseUrl;
  }

  /** The same instance with another login. */
  InstanceClient as(String userName, String password) {
    return new InstanceClient(baseUrl, userName, password);
  }

  /** The records that meet an encoded query; references as the id alone. */
  Stream<Row> find(String table, String query) {
    return rows(table, query, "false");
  }

  /** The same with what a person reads in place of ids and choice values. */
  Stream<Row> findForDisplay(String table, String query) {
    return rows(table, query, "true");
  }

  Optional<Row> first(String table, String query) {
    return find(table, query).findFirst();
  }

  Row create(String table, Map<String, String> fields) {
    return row(send("POST", "/api/now/table/" + table + PLAIN, json(fields)));
  }

  Row update(String table, String sysId, Map<String, String> fields) {
    return row(send("PATCH", "/api/now/table/" + table + "/" + sysId + PLAIN, json(fields)));
  }

  /** Calls the administration or message interface; {@code path} is relative to its version. */
  JsonNode post(String path, Object body) {
    return json(send("POST", SYNC_API + path, json(body)));
  }

  JsonNode get(String path) {
    return json(send("GET", SYNC_API + path, null));
  }

  String subflowModel(String key) {
    return send("GET", SYNC_API + "subflows/" + key + "/bpmn", null);
  }

  void replaceSubflowModel(String key, String bpmn) {
    send("PUT", SYNC_API + "subflows/" + key + "/bpmn", new Body("application/xml", bpmn));
  }

  /** Whether the instance says of itself that it is up; needs no login. */
  boolean isHealthy() {
    try {
      return send("GET", "/actuator/health", null).contains("UP");
    } catch (InstanceRefused | InstanceUnreachable notYet) {
      return false;
    }
  }

  private static final String PLAIN = "?sysparm_exclude_reference_link=true";

  private Stream<Row> rows(String table, String query, String displayValue) {
    String path =
        "/api/now/table/"
            + table
            + PLAIN
            + "&sysparm_display_value="
            + displayValue
            + "&sysparm_query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8);
    JsonNode result = json(send("GET", path, null)).path("result");
    return StreamSupport.stream(result.spliterator(), false).map(Row::of);
  }

  private String send(String method, String path, @Nullable Body body) {
    String request = method + " " + baseUrl + path;
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(baseUrl.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", authorization)
            .header("Accept", "application/json, application/xml;q=0.9, */*;q=0.1");
    if (body == null) {
      builder.method(method, BodyPublishers.noBody());
    } else {
      builder
          .header("Content-Type", body.type())
          .method(method, BodyPublishers.ofString(body.text()));
    }
    HttpResponse<String> answer = exchange(request, builder.build());
    if (answer.statusCode() / 100 != 2) {
      throw new InstanceRefused(request, answer.statusCode(), answer.body());
    }
    return answer.body();
  }

  private static HttpResponse<String> exchange(String name, HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException noAnswer) {
      throw new InstanceUnreachable(name, noAnswer);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InstanceUnreachable(name, stopped);
    }
  }

  private static Row row(String answer) {
    return Row.of(json(answer).path("result"));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException notJson) {
      throw new IllegalStateException("An instance's answer is not JSON: " + text, notJson);
    }
  }

  private static Body json(Object body) {
    return new Body("application/json", JSON.valueToTree(body).toString());
  }

  private record Body(String type, String text) {}
}
