package dev.processsync.cockpit;

import dev.processsync.cockpit.EntryView.Fact;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.DisplayValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A record's values under the dictionary's labels. */
@Component
class Facts {

  private final Dictionary dictionary;
  private final DisplayValues displayValues;

  Facts(Dictionary dictionary, DisplayValues displayValues) {
    this.dictionary = dictionary;
    this.displayValues = displayValues;
  }

  /** In this order, without fields that the table does not have or the record does not fill. */
  List<Fact> of(TableRecord record, String... names) {
    Table table = dictionary.require(record.table());
    List<Field> fields =
        Stream.of(names)
            .distinct()
            .map(table::field)
            .flatMap(Optional::stream)
            .filter(field -> record.has(field.name()))
            .toList();
    Map<String, Map<String, String>> references =
        displayValues.ofReferences(List.of(record), fields);
    return fields.stream().map(field -> fact(field, record.get(field.name()), references)).toList();
  }

  private Fact fact(Field field, String value, Map<String, Map<String, String>> references) {
    String displayed = displayValues.of(field, value, references);
    String readable = displayed.isEmpty() ? value : displayed;
    return new Fact(
        field.name(),
        field.label(),
        field.type() == FieldType.DATE_TIME ? readable + " UTC" : readable);
  }
}
