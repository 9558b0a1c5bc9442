package dev.processsync.record;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.storage.RecordStorage;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What many flows will do to records, done for all of them at once: those that they will change are
 * locked and read in one statement, and what they write is written together. A conflict shows only
 * at the end, so this is for work that is done again, one by one, if it fails.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TurnRecords {

  private final Dictionary dictionary;
  private final RecordStorage storage;

  TurnRecords(Dictionary dictionary, RecordStorage storage) {
    this.dictionary = dictionary;
    this.storage = storage;
  }

  /**
   * The current transaction's flows will probably change these.
   *
   * @param changed sys_ids by table; what is none is passed over
   */
  public void foresee(Map<String, Set<String>> changed) {
    storage.gather();
    changed.forEach(
        (table, sysIds) ->
            dictionary.find(table).ifPresent(known -> storage.lockAhead(known, sysIds)));
  }
}
