package dev.processsync.table.api;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.table.Field;
import dev.processsync.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
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
          .build();

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
                  e.getOriginalMessage()));
    } catch (IOException notUtf8) {
      throw new InvalidBody("it is no JSON in UTF-8");
    }
  }

  /** Clients send back what they got: a reference as an object too. */
  private static String value(Optional<Field> field, String name, JsonNode given, boolean labels) {
    if (given.isObject()) {
      if (given.hasNonNull("value") && given.get("value").isValueNode()) {
        return given.get("value").asText();
      }
      if (given.hasNonNull("display_value") && given.get("display_value").isValueNode()) {
        return unlabelled(field, given.get("display_value").asText());
      }
    }
    if (!given.isValueNode()) {
      throw new InvalidBody(
          "%s must be a string, a number, a boolean, null, or an object with \"value\" or \"display_value\""
              .formatted(name));
    }
    String text = given.isNull() ? "" : given.asText();
    return labels ? unlabelled(field, text) : text;
  }

  private static String unlabelled(Optional<Field> field, String text) {
    return field.flatMap(known -> known.choiceValue(text)).orElse(text);
  }
}
