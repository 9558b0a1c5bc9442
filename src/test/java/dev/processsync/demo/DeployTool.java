package dev.processsync.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Camunda Modeler's <em>Deploy current diagram</em>: the requests that it sends. */
record DeployTool(URI engineRest, String userName, String password) {

  private static final String BOUNDARY = "----the-diagram";

  HttpResponse<String> deploy(Path diagram) throws IOException, InterruptedException {
    String name = diagram.getFileName().toString();
    String body =
        part("name=\"deployment-name\"", name.replace(".bpmn", ""))
            + part("name=\"deployment-source\"", "Camunda Modeler")
            + part("name=\"enable-duplicate-filtering\"", "true")
            + part("name=\"%s\"; filename=\"%s\"".formatted(name, name), Files.readString(diagram))
            + "--"
            + BOUNDARY
            + "--\r\n";
    return send(
        request("/deployment/create")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofString(body)));
  }

  /** What it asks first, to say whether the endpoint is the engine's and the login right. */
  HttpResponse<String> checkConnection() throws IOException, InterruptedException {
    return send(request("/deployment?maxResults=0"));
  }

  /** And this, to compare it with the diagram's execution platform. */
  HttpResponse<String> version() throws IOException, InterruptedException {
    return send(request("/version"));
  }

  private HttpRequest.Builder request(String path) {
    byte[] login = (userName + ":" + password).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create(engineRest + path))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  static JsonNode deployedProcesses(HttpResponse<String> answer) throws IOException {
    return JsonMapper.builder().build().readTree(answer.body()).path("deployedProcessDefinitions");
  }

  private static String part(String disposition, String content) {
    return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
        .formatted(BOUNDARY, disposition, content);
  }
}
