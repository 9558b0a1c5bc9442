package dev.processsync.tableapi;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.web.JsonNumbers;
import dev.processsync.web.JsonWords;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of a POST, PUT or PATCH: a JSON object of field values. */
final class RecordBody {

  /** The most bytes of a body. */
  static final int MOST_BYTES = 1_048_576;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(5).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String VALUE = "value";
  private static final String DISPLAY_VALUE = "display_value";

  /** What answers show of a field, so what may come back. */
  private static final List<String> PARTS = List.of(VALUE, DISPLAY_VALUE, "link");

  private RecordBody() {}

  /**
   * Field values as the caller gave them, each as text.
   *
   * @param labels whether the values are display values ({@code sysparm_input_display_value}), so
   *     that a choice may be given by its label
   * @throws InvalidBody saying where it fails
   */
  static Map<String, String> read(InputStream body, Table table, boolean labels) {
    byte[] bytes = bytes(body);
    if (bytes.length > MOST_BYTES) {
      throw InvalidBody.tooLarge(MOST_BYTES);
    }
    JsonNode root = parse(bytes);
    if (!root.isObject()) {
      throw new InvalidBody("it must be a JSON object, as {\"short_description\":\"…\"}");
    }
    Map<String, String> values = new LinkedHashMap<>();
    root.properties()
        .forEach(
            given ->
                values.put(
                    given.getKey(),
                    value(table.field(given.getKey()), given.getKey(), given.getValue(), labels)));
    return values;
  }

  private static byte[] bytes(InputStream body) {
    try {
      return body.readNBytes(MOST_BYTES + 1);
    } catch (IOException callerIsGone) {
      throw new InvalidBody("it ended early");
    }
  }

  private static JsonNode parse(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw new InvalidBody(
          "it is no JSON, at line %d, column %d: %s"
              .formatted(
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
                  JsonWords.of(e)));
    } catch (IOException notUtf8) {
      throw new InvalidBody("it is no JSON in UTF-8");
    }
  }

  /**
   * Clients send back what they got: a reference as an object too. Of such an object the value
   * counts, null for empty; the display value only where there is no value.
   */
  private static String value(Optional<Field> field, String name, JsonNode given, boolean labels) {
    if (!given.isObject()) {
      String text = text(field, name, given);
      return labels ? unlabelled(field, text) : text;
    }
    given
        .fieldNames()
        .forEachRemaining(
            part -> {
              if (!PARTS.contains(part)) {
                throw notAValue(name, "; the object has '" + part + "'");
              }
            });
    if (given.has(VALUE)) {
      return text(field, name, given.get(VALUE));
    } else if (given.has(DISPLAY_VALUE)) {
      return unlabelled(field, text(field, name, given.get(DISPLAY_VALUE)));
    }
    throw notAValue(name, "; the object has neither");
  }

  private static String text(Optional<Field> field, String name, JsonNode given) {
    if (!given.isValueNode()) {
      throw notAValue(name, "");
    }
    if (given.isNumber()) {
      boolean whole = field.map(known -> known.type() == FieldType.INTEGER).orElse(false);
      return JsonNumbers.text(given, whole)
          .orElseThrow(
              () ->
                  new InvalidBody(
                      "%s is a number of more than %d digits"
                          .formatted(name, JsonNumbers.MOST_DIGITS)));
    }
    return given.isNull() ? "" : given.asText();
  }

  private static InvalidBody notAValue(String name, String found) {
    return new InvalidBody(
        "%s must be a string, a number, a boolean, null, or an object with \"value\" or \"display_value\"%s"
            .formatted(name, found));
  }

  private static String unlabelled(Optional<Field> field, String text) {
    return field.flatMap(known -> known.choiceValue(text)).orElse(text);
  }
}
