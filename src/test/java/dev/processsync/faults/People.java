package dev.processsync.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Who work with a side through its Table API. Each request goes to any node that is up; who gets no
 * answer does not know whether it was carried out.
 */
final class People {

  static final String INCIDENTS = "/api/now/table/incident";

  /** What the API answers when the database refused: try again. */
  private static final int CONFLICT = 409;

  private final Side side;
  private final Journal journal;

  People(Side side, Journal journal) {
    this.side = side;
    this.journal = journal;
  }

  /**
   * The answer, or nothing if there was none or it said that something went wrong; then the
   * request's fate is decided when this returns.
   */
  Optional<JsonNode> request(Function<ApiClient, Answer> request) {
    Node node = side.anyUp(random());
    int life = node.life();
    try {
      Answer answer = request.apply(node.admin());
      if (answer.status() / 100 == 2) {
        return Optional.of(answer.result());
      }
      if (answer.status() / 100 == 4 && answer.status() != CONFLICT) {
        throw new AssertionError(node.name() + " refused: " + answer.json());
      }
    } catch (IllegalStateException noAnswer) {
      node.awaitEndOfRequest(life);
    }
    journal.unanswered();
    return Optional.empty();
  }

  /** Asks until somebody answers. */
  JsonNode read(String path) {
    Optional<JsonNode> answer = Optional.empty();
    while (answer.isEmpty()) {
      answer = request(admin -> admin.get(path));
    }
    return answer.get();
  }

  /** The incident whose short description is this, if there is one. */
  Optional<JsonNode> find(String shortDescription) {
    String query = ApiClient.encoded("short_description=" + shortDescription);
    JsonNode found = read(INCIDENTS + "?sysparm_limit=1&sysparm_query=" + query);
    return Optional.ofNullable(found.get(0));
  }

  static Random random() {
    return ThreadLocalRandom.current();
  }
}
