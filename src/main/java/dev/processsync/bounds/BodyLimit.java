package dev.processsync.bounds;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The most that a body may have, by who sends it and where to.
 *
 * @param what may have that much
 * @param remedy what would be right
 */
record BodyLimit(int bytes, String what, String remedy) {

  private static final int KB = 1024;
  private static final int MB = 1024 * KB;
  private static final PathPatternParser PATHS = new PathPatternParser();

  /** Of somebody who is not logged in. */
  static final BodyLimit STRANGER =
      new BodyLimit(8 * KB, "a request without a login", "log in first");

  private record Rule(PathPattern path, BodyLimit limit) {}

  private static final List<Rule> RULES =
      List.of(
          rule("/api/process-sync/v1/messages", 8 * MB, "send fewer messages at a time"),
          rule("/api/process-sync/v1/receipts", 64 * KB, "ask about fewer messages at a time"),
          rule("/api/process-sync/v1/subflows/**", 3 * MB, "make the subflow smaller"),
          rule("/engine-rest/deployment/create", 4 * MB, "deploy fewer or smaller models"),
          rule("/engine-rest/**", 2 * MB, "send less"),
          rule("/console/**", 64 * KB, "send less"),
          rule("/login", 8 * KB, "send a user name and a password"));

  private static final BodyLimit OTHERS = new BodyLimit(2 * MB, "this request", "send less");

  private static Rule rule(String path, int bytes, String remedy) {
    return new Rule(PATHS.parse(path), new BodyLimit(bytes, "a request to this address", remedy));
  }

  /** For those who are logged in. */
  static BodyLimit of(HttpServletRequest request) {
    PathContainer path =
        PathContainer.parsePath(
            request.getRequestURI().substring(request.getContextPath().length()));
    return RULES.stream()
        .filter(rule -> rule.path().matches(path))
        .findFirst()
        .map(Rule::limit)
        .orElse(OTHERS);
  }
}
