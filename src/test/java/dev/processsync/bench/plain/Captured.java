package dev.processsync.bench.plain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.bench.IncidentValues;

/** The tutorial's payload, as large as ours and with the same fields. */
public record Captured(String shortDescription, String group, int severity, int state) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static String write(String sysId, String group, IncidentValues values, String timestamp) {
    ObjectNode payload = JSON.createObjectNode();
    payload.putObject("capture_metadata").put("changed_by", "admin").put("timestamp", timestamp);
    ArrayNode fields = payload.putArray("changed_fields");
    field(fields, "sys_class_name", "incident", "");
    field(fields, "sys_id", sysId, "");
    field(fields, "number", values.number(), "");
    field(fields, "short_description", values.shortDescription(), "");
    field(fields, "assignment_group", group, IncidentValues.GROUP);
    field(fields, "severity", values.severity(), "");
    field(fields, "state", values.state(), "");
    return payload.toString();
  }

  private static void field(ArrayNode fields, String key, String value, String displayValue) {
    fields.addObject().put("key", key).put("value", value).put("display_value", displayValue);
  }

  /** Reads what is mapped; the group by its name, because ids differ between the sides. */
  public static Captured read(String payload) {
    String shortDescription = "";
    String group = "";
    int severity = 0;
    int state = 0;
    for (JsonNode field : parse(payload).path("changed_fields")) {
      switch (field.path("key").asText()) {
        case "short_description" -> shortDescription = field.path("value").asText();
        case "assignment_group" -> group = field.path("display_value").asText();
        case "severity" -> severity = field.path("value").asInt();
        case "state" -> state = field.path("value").asInt();
        default -> {
          // not mapped
        }
      }
    }
    return new Captured(shortDescription, group, severity, state);
  }

  private static JsonNode parse(String payload) {
    try {
      return JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(payload, e);
    }
  }
}
