package dev.processsync.console.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Data within a page for its scripts. */
@Component
class PageJson {

  private final ObjectMapper json;

  PageJson(ObjectMapper json) {
    this.json = json;
  }

  /** JSON that cannot end the script element that it stands in, whatever a record contains. */
  String of(Object data) {
    try {
      return json.writeValueAsString(data).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("data of a page can't be written as JSON", e);
    }
  }
}
