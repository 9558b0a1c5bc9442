package dev.processsync.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the database requests may use. The instance's own work has the connections of {@code
 * spring.datasource.hikari.maximum-pool-size}, which requests can't take from it.
 *
 * @param readingConnections the most connections of requests that only look
 * @param writingConnections the most connections of requests that change something
 * @param timeLimit how long a request's statement may take
 * @param maxWait how long a request waits for a connection before it is refused
 */
@ConfigurationProperties("process-sync.database")
public record Shares(
    @DefaultValue("5") int readingConnections,
    @DefaultValue("5") int writingConnections,
    @DefaultValue("20s") Duration timeLimit,
    @DefaultValue("3s") Duration maxWait) {

  public Shares {
    requireOneOrMore("reading-connections", readingConnections);
    requireOneOrMore("writing-connections", writingConnections);
    require(timeLimit.toMillis() >= 100, "time-limit must be 100ms or longer, not " + timeLimit);
    require(maxWait.toMillis() >= 250, "max-wait must be 250ms or longer, not " + maxWait);
  }

  int connections(Work work) {
    return work == Work.READING ? readingConnections : writingConnections;
  }

  private static void requireOneOrMore(String name, int connections) {
    require(connections >= 1, name + " must be 1 or more, not " + connections);
  }

  private static void require(boolean met, String problem) {
    if (!met) {
      throw new IllegalArgumentException("process-sync.database." + problem);
    }
  }
}
