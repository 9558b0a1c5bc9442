package dev.processsync.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An instance over HTTP that behaves as badly as a test wants; remembers every message that reached
 * it.
 */
final class OtherSide implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<List<JsonNode>> requests = new CopyOnWriteArrayList<>();
  private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
  private volatile Function<List<JsonNode>, Answer> behaviour = OtherSide::acceptsAll;
  private volatile Function<JsonNode, Answer> answers = question -> new Answer(404, "{}");

  /** An answer; status 0 hangs up without one, 429 and 503 ask to come back in an hour. */
  record Answer(int status, String body) {}

  OtherSide() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/process-sync/v1/messages", this::handle);
    server.createContext("/api/process-sync/v1/receipts", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  /** How it answers questions about messages; with 404 until it is told. */
  void answers(Function<JsonNode, Answer> how) {
    answers = how;
  }

  /** The questions that reached it. */
  List<JsonNode> questions() {
    return questions;
  }

  void behaves(Function<List<JsonNode>, Answer> how) {
    behaviour = how;
  }

  List<List<JsonNode>> requests() {
    return requests;
  }

  /** The messages that reached it, in order, also those that it refused. */
  List<JsonNode> messages() {
    return requests.stream().flatMap(List::stream).toList();
  }

  static Answer acceptsAll(List<JsonNode> messages) {
    return refuses(messages, message -> false);
  }

  /** Accepts all, and says of each what this JSON does, a piece of an object. */
  static Answer acceptsAll(List<JsonNode> messages, String saying) {
    return says(messages.stream().map(message -> message.path("message_id").asText()), saying);
  }

  /** Says the same of all that it is asked about. */
  static Answer says(JsonNode question, String saying) {
    return says(
        StreamSupport.stream(question.path("message_ids").spliterator(), false)
            .map(JsonNode::asText),
        saying);
  }

  private static Answer says(Stream<String> messageIds, String saying) {
    return new Answer(
        200,
        messageIds
            .map(id -> "{\"message_id\":\"%s\",\"status\":\"accepted\",%s}".formatted(id, saying))
            .collect(Collectors.joining(",", "[", "]")));
  }

  /** Refuses the messages that are meant, and accepts the others. */
  static Answer refuses(List<JsonNode> messages, Function<JsonNode, Boolean> meant) {
    ArrayNode receipts = JSON.createArrayNode();
    for (JsonNode message : messages) {
      var receipt = receipts.addObject().put("message_id", message.path("message_id").asText());
      if (meant.apply(message)) {
        receipt.put("status", "refused").put("code", "invalid_message").put("error", "No thanks.");
      } else {
        receipt.put("status", "accepted");
      }
    }
    return new Answer(200, receipts.toString());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      List<JsonNode> messages =
          List.of(JSON.treeToValue(JSON.readTree(exchange.getRequestBody()), JsonNode[].class));
      requests.add(messages);
      send(exchange, behaviour.apply(messages));
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode question = JSON.readTree(exchange.getRequestBody());
      questions.add(question);
      send(exchange, answers.apply(question));
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    if (answer.status() == 429 || answer.status() == 503) {
      exchange.getResponseHeaders().add("Retry-After", "3600");
    }
    if (answer.status() > 0) {
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
