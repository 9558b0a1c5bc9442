package dev.processsync.query;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.problem.InvalidQuery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Turns queries into SQL for H2 and PostgreSQL; every value is bound. */
@Component
public final class QuerySql {

  private final Dictionary dictionary;
  private final Clock clock;

  public QuerySql(Dictionary dictionary, Clock clock) {
    this.dictionary = dictionary;
    this.clock = clock;
  }

  /**
   * The parts of a statement that finds what the query means.
   *
   * @throws InvalidQuery if the query does not fit the table, or names a trigger operator
   */
  public SqlSelection select(Query query, Table table) {
    Criteria criteria = new Criteria(dictionary, table, clock);
    Criterion wanted = criteria.of(query);
    Criteria.refuseTriggers(query);
    criteria.requireFewTextSearches(query);
    SqlScope scope = new SqlScope(table);
    Condition where = wanted.sql(scope);
    List<SortField<?>> orderBy = new ArrayList<>();
    for (Criteria.Sort sort : criteria.order(query)) {
      orderBy.add(
          sort.descending()
              ? scope.sorted(sort.walk()).desc().nullsLast()
              : scope.sorted(sort.walk()).asc().nullsFirst());
    }
    orderBy.add(DSL.field(DSL.name(SqlSelection.ALIAS, "sys_id")).asc());
    return new SqlSelection(scope.from(), where, orderBy);
  }

  /**
   * What the query means, to be read page by page. Without an order of its own it begins with the
   * newest record.
   *
   * @throws InvalidQuery as {@link #select} does
   */
  public SqlKeyset keyset(Query query, Table table) {
    Criteria criteria = new Criteria(dictionary, table, clock);
    Criterion wanted = criteria.of(query);
    Criteria.refuseTriggers(query);
    criteria.requireFewTextSearches(query);
    SqlScope scope = new SqlScope(table);
    Condition where = wanted.sql(scope);
    List<Criteria.Sort> sorts = new ArrayList<>(criteria.order(query));
    if (sorts.isEmpty()) {
      sorts.add(new Criteria.Sort(own(table, table.newest()), true));
    }
    Walk sysId = own(table, "sys_id");
    if (sorts.stream().noneMatch(sort -> sort.walk().equals(sysId))) {
      sorts.add(new Criteria.Sort(sysId, sorts.get(sorts.size() - 1).descending()));
    }
    List<SortKey> keys = sorts.stream().map(sort -> SortKey.of(sort, scope)).toList();
    return new SqlKeyset(table.name(), scope.from(), where, keys);
  }

  private static Walk own(Table table, String field) {
    return new Walk(List.of(), table.require(field));
  }
}
