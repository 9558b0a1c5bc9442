package dev.processsync.correlation;

import java.util.List;
import java.util.function.Consumer;

/** Correlations for work that is confirmed by the database as a whole, or forgotten. */
public interface SupposedCorrelations {

  /**
   * The current unit of work will ask for the correlation of this record alone, and relies on what
   * it probably is: none if nobody can have correlated the record yet, else what this node saw
   * last. Whoever acts on it has the database confirm it ({@link CorrelationRows}).
   *
   * @param created gets those that the work creates, which are not written, at its end
   */
  void suppose(
      String remoteSystem,
      String localRecord,
      boolean isNewRecord,
      Consumer<List<Correlation>> created);
}
