package dev.processsync.dictionary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record as the wire shows it: every value a string, empty where there is none.
 *
 * @param values by field name, in the order of the dictionary
 */
public record TableRecord(String table, Map<String, String> values) {

  public TableRecord {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public String sysId() {
    return get("sys_id");
  }

  /** The value of a field, empty if it has none. */
  public String get(String field) {
    return values.getOrDefault(field, "");
  }

  public boolean has(String field) {
    return !get(field).isEmpty();
  }

  public boolean isTrue(String field) {
    return "true".equals(get(field));
  }
}
