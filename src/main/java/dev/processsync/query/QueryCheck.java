package dev.processsync.query;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.problem.InvalidQuery;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whether a query makes sense for a table, asked before it is stored as a filter. */
@Component
public final class QueryCheck {

  private final Dictionary dictionary;
  private final Clock clock;

  public QueryCheck(Dictionary dictionary, Clock clock) {
    this.dictionary = dictionary;
    this.clock = clock;
  }

  /**
   * Checks a query of stored records.
   *
   * @throws InvalidQuery for a field that the table lacks or that may not be queried, a dot-walk
   *     through what is no reference, an operand of the wrong type, a trigger operator
   */
  public void check(Query query, Table table) {
    checkTrigger(query, table);
    Criteria.refuseTriggers(query);
  }

  /**
   * Checks a filter of changes, in which trigger operators are allowed.
   *
   * @throws InvalidQuery as {@link #check} does, but for trigger operators
   */
  public void checkTrigger(Query query, Table table) {
    Criteria criteria = new Criteria(dictionary, table, clock);
    criteria.of(query);
    criteria.order(query);
  }
}
