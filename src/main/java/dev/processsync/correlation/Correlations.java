package dev.processsync.correlation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which local record belongs to which remote record (docs/reference.md, "Correlation"). */
public interface Correlations {

  Optional<Correlation> findByLocalRecord(String remoteSystem, String localRecord);

  Optional<Correlation> findByLocalCorrelationId(String remoteSystem, String localCorrelationId);

  /** All correlations of a record, one for each remote system that knows it. */
  List<Correlation> ofRecord(String localTable, String localRecord);

  /**
   * Correlates a record that this side sends for the first time: mints both ids.
   *
   * @return the existing correlation if there is one already
   */
  Correlation mint(String remoteSystem, String localTable, String localRecord);

  /**
   * Correlates a record that was created for a remote one, with the ids that the sender minted.
   *
   * @throws dev.processsync.problem.RecordConflict if the record or the id is correlated otherwise
   *     already
   */
  Correlation create(
      String remoteSystem,
      String localCorrelationId,
      String remoteCorrelationId,
      String localTable,
      String localRecord);

  /**
   * The current transaction will ask for the correlations of these records: they are read at once,
   * and those that it creates are written together when it commits. A conflict shows only then, so
   * this is for work that is done again, one by one, if it fails.
   */
  void foreseeLocalRecords(String remoteSystem, Set<String> localRecords);

  /**
   * As {@link #foreseeLocalRecords}, for correlations that will be asked for by their local ids.
   */
  void foreseeLocalCorrelationIds(String remoteSystem, Set<String> localCorrelationIds);

  /**
   * Turns a correlation on or off; inactive ones neither send nor apply. One that is on has not
   * ended.
   */
  Correlation setActive(Correlation correlation, boolean active);

  /**
   * Turns a correlation off, and keeps why, unless that is known already.
   *
   * @param by a login of either side, empty if nobody knows
   */
  Correlation end(Correlation correlation, Ending.Why why, String by);

  /**
   * A record is deleted here: its active correlations keep when and by whom. They stay active until
   * the other side has been told, or says something of it.
   *
   * @param except the remote system whose event deletes it, empty if none: it knows
   */
  void recordDeleted(String localTable, String localRecord, String by, String except);
}
