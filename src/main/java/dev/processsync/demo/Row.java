package dev.processsync.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record as the Table API tells it: every value a string, absent ones empty. */
record Row(Map<String, String> values) {

  Row {
    values = Map.copyOf(values);
  }

  static Row of(JsonNode record) {
    Map<String, String> values = new LinkedHashMap<>();
    record.properties().forEach(field -> values.put(field.getKey(), plain(field.getValue())));
    return new Row(values);
  }

  /** The value of this field; empty if the record has none or the caller may not see it. */
  String get(String field) {
    return values.getOrDefault(field, "");
  }

  String sysId() {
    return get("sys_id");
  }

  private static String plain(JsonNode value) {
    return value.isObject() ? value.path("value").asText() : value.asText();
  }
}
