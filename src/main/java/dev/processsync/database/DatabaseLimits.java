package dev.processsync.database;

import dev.processsync.support.CancelledStatement;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells what failed only because a request wanted more of the database than its share. */
@Component
public class DatabaseLimits {

  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Shares shares;

  public DatabaseLimits(Shares shares) {
    this.shares = shares;
  }

  /**
   * What the caller is told.
   *
   * @param comeBack when the same request may succeed; zero if it has to ask for less
   */
  public record Refusal(String message, String detail, Duration comeBack) {}

  /** Empty if something else is wrong. */
  public Optional<Refusal> refusal(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof NoConnectionFree) {
        return Optional.of(busy());
      } else if (CancelledStatement.isTold(each)) {
        return Optional.of(late());
      }
    }
    return Optional.empty();
  }

  /** Others have all connections of this kind of request. */
  public Refusal busy() {
    return new Refusal(
        "Too many requests at once",
        "All database connections for requests of this kind are in use. Try again in %d seconds."
            .formatted(COME_BACK.toSeconds()),
        COME_BACK);
  }

  private Refusal late() {
    return new Refusal(
        "The request takes too long",
        ("The database needed longer than %s for it and was stopped; nothing was changed. Ask for"
                + " less: filter first by fields that have an index, leave out texts to search for"
                + " and orders by other fields.")
            .formatted(inWords(shares.timeLimit())),
        Duration.ZERO);
  }

  private static String inWords(Duration limit) {
    return limit.toMillisPart() == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
