package dev.processsync.flow.payload;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.processsync.flow.Pills;
import dev.processsync.payload.CapturedPayload;
import org.jspecify.annotations.Nullable;

/**
 * One captured field. In a text it stands for its value, or for what that was before while somebody
 * asks for that (see {@link EarlierReading}).
 *
 * @param displayValue what people see instead of an id; empty unless the field is a reference
 * @param captured all that the payload says of it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangedField(
    String key,
    String value,
    @JsonProperty("display_value") String displayValue,
    CapturedPayload.@Nullable ChangedField captured)
    implements Pills {

  static ChangedField of(CapturedPayload.ChangedField captured) {
    return new ChangedField(captured.key(), captured.value(), captured.displayValue(), captured);
  }

  @Override
  public @Nullable Object pill(String name) {
    return switch (name) {
      case "key" -> key;
      case "value" -> asked().value;
      case "display_value" -> asked().displayValue;
      default ->
          throw new UnknownPill(
              "changed_fields.%s.%s is not a data pill: after a field comes nothing, .value or .display_value."
                  .formatted(key, name));
    };
  }

  private ChangedField asked() {
    return EarlierReading.of(this);
  }

  @Override
  public String toString() {
    return asked().value;
  }
}
