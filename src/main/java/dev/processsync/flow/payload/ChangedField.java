package dev.processsync.flow.payload;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.processsync.flow.Pills;
import org.jspecify.annotations.Nullable;

/**
 * One captured field. In a text it stands for its value.
 *
 * @param displayValue what people see instead of an id; empty unless the field is a reference
 */
public record ChangedField(
    String key, String value, @JsonProperty("display_value") String displayValue) implements Pills {

  @Override
  public @Nullable Object pill(String name) {
    return switch (name) {
      case "key" -> key;
      case "value" -> value;
      case "display_value" -> displayValue;
      default ->
          throw new UnknownPill(
              "changed_fields.%s.%s is not a data pill: after a field comes nothing, .value or .display_value."
                  .formatted(key, name));
    };
  }

  @Override
  public String toString() {
    return value;
  }
}
