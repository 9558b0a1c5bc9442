package dev.processsync.record;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.storage.RecordStorage;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What people read instead of stored values: names for references, labels for choices. */
@Component
public class DisplayValues {

  private final Dictionary dictionary;
  private final RecordStorage storage;
  private final References references;

  DisplayValues(Dictionary dictionary, RecordStorage storage, References references) {
    this.dictionary = dictionary;
    this.storage = storage;
    this.references = references;
  }

  /**
   * The display value of each reference in the records, by referenced table and then sys_id. One
   * statement a referenced table, however many records.
   */
  public Map<String, Map<String, String>> ofReferences(
      Collection<TableRecord> records, Collection<Field> fields) {
    Map<String, Set<String>> wanted = new HashMap<>();
    for (Field field : fields) {
      if (field.isReference()) {
        Set<String> ids =
            wanted.computeIfAbsent(Objects.requireNonNull(field.reference()), t -> new HashSet<>());
        records.stream()
            .map(r -> r.get(field.name()))
            .filter(id -> !id.isEmpty())
            .forEach(ids::add);
      }
    }
    Map<String, Map<String, String>> names = new HashMap<>();
    wanted.forEach(
        (tableName, ids) -> {
          Table table = dictionary.require(tableName);
          Map<String, String> byId = names.computeIfAbsent(tableName, t -> new HashMap<>());
          byId.putAll(references.names(table, ids));
          ids.removeAll(byId.keySet());
          if (!ids.isEmpty()) {
            byId.putAll(storage.display(table, ids));
          }
          walkOn(table, byId);
        });
    return names;
  }

  /** A record that is called like another, as a capture definition like its process event. */
  private void walkOn(Table table, Map<String, String> byId) {
    String reference = table.require(table.display()).reference();
    if (reference != null && !byId.isEmpty()) {
      Map<String, String> others =
          storage.display(dictionary.require(reference), new HashSet<>(byId.values()));
      byId.replaceAll((id, other) -> others.getOrDefault(other, other));
    }
  }

  /** The display value of one field of one record: a name, a label, or the value itself. */
  public String of(Field field, String value, Map<String, Map<String, String>> references) {
    if (value.isEmpty()) {
      return "";
    }
    String reference = field.reference();
    if (reference != null) {
      return references.getOrDefault(reference, Map.of()).getOrDefault(value, "");
    }
    return field.choiceLabel(value).orElse(value);
  }
}
