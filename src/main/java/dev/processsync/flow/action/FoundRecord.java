package dev.processsync.flow.action;

import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.flow.Pills;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that a flow found, as its variable: {@code ${record.short_description}}. Alone it stands
 * for the record's sys_id. Passwords are left out.
 *
 * @param fields values by field name, empty where there is none
 */
public record FoundRecord(String table, Map<String, String> fields) implements Pills {

  public FoundRecord {
    fields = new LinkedHashMap<>(fields);
  }

  public static FoundRecord of(Table table, TableRecord record) {
    Map<String, String> fields = new LinkedHashMap<>();
    table
        .fields()
        .forEach(
            (name, field) -> {
              if (field.type() != FieldType.PASSWORD) {
                fields.put(name, record.get(name));
              }
            });
    return new FoundRecord(table.name(), fields);
  }

  @Override
  public @Nullable Object pill(String name) {
    if (!fields.containsKey(name)) {
      throw new NoSuchDetail(table, name);
    }
    return fields.get(name);
  }

  @Override
  public String toString() {
    return fields.getOrDefault("sys_id", "");
  }
}
