package dev.processsync.query;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidQuery;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates queries in memory, also those of triggers. */
@Component
public final class QueryMatcher {

  private final Dictionary dictionary;
  private final Clock clock;

  public QueryMatcher(Dictionary dictionary, Clock clock) {
    this.dictionary = dictionary;
    this.clock = clock;
  }

  /**
   * Whether a record meets the query's conditions; its order is of no matter.
   *
   * @param before the record before it changed, null if it is new: then every field was empty
   * @throws InvalidQuery if the query does not fit the table
   */
  public boolean matches(
      Query query,
      Table table,
      TableRecord after,
      @Nullable TableRecord before,
      RecordLookup lookup) {
    return new Criteria(dictionary, table, clock)
        .of(query)
        .holds(new Situation(after, before, lookup));
  }
}
