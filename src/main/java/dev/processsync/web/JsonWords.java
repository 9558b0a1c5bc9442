package dev.processsync.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with JSON, for people: where, and what would be right there. */
public final class JsonWords {

  /** The parser quotes names of its own beside what is wrong. */
  private static final Pattern NAMES =
      Pattern.compile("`?\\b(?:[a-z][a-z0-9_]*\\.){2,}\\w+`?|`?JsonToken\\.\\w+`?");

  private JsonWords() {}

  public static String of(JsonProcessingException problem) {
    if (problem instanceof MismatchedInputException mismatched) {
      String path = path(mismatched);
      return "%s must be %s"
          .formatted(path.isEmpty() ? "it" : path, kind(mismatched.getTargetType()));
    }
    String message = Objects.requireNonNullElse(problem.getOriginalMessage(), "it is no JSON");
    return NAMES.matcher(message.lines().findFirst().orElse("")).replaceAll("…");
  }

  private static String path(JsonMappingException problem) {
    return problem.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String kind(@Nullable Class<?> wanted) {
    if (wanted == null) {
      return "of another kind";
    } else if (CharSequence.class.isAssignableFrom(wanted)) {
      return "a string";
    } else if (wanted == boolean.class || wanted == Boolean.class) {
      return "true or false";
    } else if (Number.class.isAssignableFrom(wanted) || wanted.isPrimitive()) {
      return "a number";
    }
    return wanted.isArray() || Collection.class.isAssignableFrom(wanted) ? "a list" : "an object";
  }
}
