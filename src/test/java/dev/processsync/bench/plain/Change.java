package dev.processsync.bench.plain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * A change on its way.
 *
 * @param messageId the same however often it is sent
 * @param recordId the sys_id on A
 * @param version how many changes of the record came before
 * @param payload what was captured
 */
public record Change(String messageId, String recordId, int version, String payload) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public String toJson() {
    return write(this);
  }

  public static Change fromJson(String json) {
    try {
      return JSON.readValue(json, Change.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  public static String toJson(List<Change> changes) {
    return write(changes);
  }

  public static List<Change> listFromJson(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<Change>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
