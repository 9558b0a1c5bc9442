package dev.processsync.correlation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Correlations for work that is confirmed by the database as a whole, or forgotten. */
@Component
public class SupposedCorrelations {

  private final Correlations correlations;

  /** What this node last saw of records that change now; it may be old. */
  private final Cache<RecordKey, Correlation> lastSeen =
      Caffeine.newBuilder().maximumSize(10_000).build();

  private record RecordKey(String remoteSystem, String localRecord) {}

  SupposedCorrelations(Correlations correlations) {
    this.correlations = correlations;
  }

  /**
   * The current unit of work will ask for the correlation of this record alone, and relies on what
   * it probably is: none if nobody can have correlated the record yet, else what this node saw
   * last. Whoever acts on it has the database confirm it ({@link CorrelationRows}).
   *
   * @param created gets those that the work creates, which are not written, at its end
   */
  public void suppose(
      String remoteSystem,
      String localRecord,
      boolean isNewRecord,
      Consumer<List<Correlation>> created) {
    Optional<Correlation> probably =
        isNewRecord ? Optional.empty() : lastSeen(new RecordKey(remoteSystem, localRecord));
    ReadAhead ahead = ReadAhead.start(created);
    ahead.unreadRecords(remoteSystem, Set.of(localRecord));
    probably.ifPresent(ahead::know);
  }

  private Optional<Correlation> lastSeen(RecordKey key) {
    Correlation seen = lastSeen.getIfPresent(key);
    if (seen != null) {
      return Optional.of(seen);
    }
    Optional<Correlation> stored =
        correlations.findByLocalRecord(key.remoteSystem(), key.localRecord());
    stored.ifPresent(known -> lastSeen.put(key, known));
    return stored;
  }
}
