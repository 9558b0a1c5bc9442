package dev.processsync.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON of every refusal, as ServiceNow's clients expect it. */
public record ErrorAnswer(Detail error, String status) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * @param field the field to blame; left out if it is none
   */
  public record Detail(
      String message, String detail, @JsonInclude(JsonInclude.Include.NON_EMPTY) String field) {}

  public static ErrorAnswer of(String message, String detail) {
    return at("", message, detail);
  }

  /** A refusal that blames a field. */
  public static ErrorAnswer at(String field, String message, String detail) {
    return new ErrorAnswer(new Detail(message, detail, field), "failure");
  }

  /** In the order in which it is written. */
  public Map<String, Object> asMap() {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("message", error.message());
    detail.put("detail", error.detail());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("error", detail);
    all.put("status", status);
    return all;
  }

  /**
   * With what the engine's clients read beside it.
   *
   * @param type a name that those clients know
   */
  public Map<String, Object> asMapOfEngine(String type) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("type", type);
    all.put("message", error.detail());
    all.putAll(asMap());
    return all;
  }

  /** As text, for an address of this form. */
  String json(AnswerForm form, int statusCode) {
    try {
      return JSON.writeValueAsString(
          form == AnswerForm.ENGINE ? asMapOfEngine(EngineType.of(statusCode)) : asMap());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer of texts can't be written", e);
    }
  }
}
