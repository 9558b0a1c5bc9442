package dev.processsync.console.list;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.queue.entry.Queue;
import dev.processsync.record.Actor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be done with a list besides reading it.
 *
 * @param fields what can be searched and shown
 * @param queue {@code outbound} or {@code inbound}, empty if the table is no queue that the user
 *     decides about
 */
record ListTools(List<Choice> fields, boolean mayDelete, String queue, boolean live) {

  record Choice(String name, String label) {}

  static ListTools of(Actor actor, Table table) {
    Optional<Queue> queue =
        Arrays.stream(Queue.values())
            .filter(candidate -> candidate.table().equals(table.name()))
            .findFirst();
    return new ListTools(
        ListColumns.choices(table).stream().map(ListTools::choice).toList(),
        actor.hasAnyOf(table.access().delete()),
        queue
            .filter(found -> actor.hasAnyOf(table.access().write()))
            .map(found -> found.name().toLowerCase(Locale.ROOT))
            .orElse(""),
        queue.isPresent());
  }

  private static Choice choice(Field field) {
    return new Choice(field.name(), field.label());
  }
}
