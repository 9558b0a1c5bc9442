package dev.processsync.engineweb;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.web.EngineType;
import dev.processsync.web.ErrorAnswer;
import dev.processsync.web.StatusWords;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.jspecify.annotations.Nullable;

/**
 * Every refusal of the engine's REST API in the form that it has everywhere, with the type and
 * message that the engine's clients read beside it; without the names of classes and statements.
 */
final class EngineWords implements ContainerResponseFilter {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** {@code java.util.Date} is a {@code Date}. */
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.){2,}(?=[A-Z])");

  /** {@code NullValueException: …} at the start of a message. */
  private static final Pattern KIND = Pattern.compile("(?:\\w+(?:Exception|Error): )+");

  private static final Pattern STATEMENT =
      Pattern.compile(
          "###|\\bSQL|\\b(?:select|insert into|delete from|update) \\S", Pattern.CASE_INSENSITIVE);

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    int status = response.getStatus();
    if (status < 400) {
      return;
    }
    if (response.getEntity() instanceof ExceptionDto said) {
      set(response, complete(said, status));
    } else if (!response.hasEntity() || response.getEntity() instanceof String) {
      set(
          response,
          ErrorAnswer.of(StatusWords.title(status), StatusWords.detail(status))
              .asMapOfEngine(EngineType.of(status)));
    }
  }

  private static void set(ContainerResponseContext response, Map<String, Object> answer) {
    response.setEntity(answer, new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
  }

  private static Map<String, Object> complete(ExceptionDto said, int status) {
    String message = words(said.getMessage(), status);
    Map<String, Object> all = new LinkedHashMap<>();
    JSON.convertValue(said, new TypeReference<Map<String, Object>>() {})
        .forEach((name, value) -> all.put(name, worded(value, status)));
    all.put("message", message);
    all.putAll(ErrorAnswer.of(StatusWords.title(status), message).asMap());
    return all;
  }

  private static @Nullable Object worded(@Nullable Object value, int status) {
    if (value instanceof String text) {
      return words(text, status);
    } else if (value instanceof List<?> list) {
      return list.stream().map(item -> worded(item, status)).toList();
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> words = new LinkedHashMap<>();
      map.forEach((name, item) -> words.put(name, worded(item, status)));
      return words;
    }
    return value;
  }

  private static String words(@Nullable String message, int status) {
    if (message == null || message.isBlank() || STATEMENT.matcher(message).find()) {
      return StatusWords.detail(status);
    }
    return KIND.matcher(PACKAGE.matcher(message).replaceAll("")).replaceAll("");
  }
}
