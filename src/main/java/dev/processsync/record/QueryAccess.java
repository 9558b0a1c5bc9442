package dev.processsync.record;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.problem.AccessDenied;
import dev.processsync.query.FieldPath;
import dev.processsync.query.Operator;
import dev.processsync.query.Order;
import dev.processsync.query.Query;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may not read a table may not find out about its records by a dot-walk either, be it in a
 * condition or in an order.
 */
final class QueryAccess {

  private final Dictionary dictionary;

  QueryAccess(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * @throws AccessDenied naming the first table on the way that the actor may not read
   */
  void require(Actor actor, Table table, Query query) {
    paths(query).forEach(path -> require(actor, table, path));
  }

  private void require(Actor actor, Table table, List<String> path) {
    Table here = table;
    for (String name : path.subList(0, path.size() - 1)) {
      String target = here.field(name).map(Field::reference).orElse(null);
      Table next = target == null ? null : dictionary.find(target).orElse(null);
      if (next == null) {
        return; // leads nowhere: the query's own check says so, and better
      }
      Access.requireRead(actor, next);
      here = next;
    }
  }

  private static Stream<List<String>> paths(Query query) {
    Stream<List<String>> conditions =
        query.alternatives().stream()
            .flatMap(alternative -> alternative.conditions().stream())
            .flatMap(condition -> condition.terms().stream())
            .flatMap(
                term ->
                    term.operator() == Operator.SAMEAS || term.operator() == Operator.NSAMEAS
                        ? Stream.of(
                            term.field().names(), List.of(term.operands().get(0).split("\\.")))
                        : Stream.of(term.field().names()));
    Stream<List<String>> order = query.order().stream().map(Order::field).map(FieldPath::names);
    return Stream.concat(conditions, order);
  }
}
