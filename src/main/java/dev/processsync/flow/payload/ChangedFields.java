package dev.processsync.flow.payload;

import dev.processsync.flow.Pills;
import dev.processsync.payload.CapturedPayload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The captured fields of a payload, in the structure of the sample payload.
 *
 * @param sample the names that the sample has: what a mapping may pick
 * @param fields what this payload brought, by name; more or less than the sample
 */
public record ChangedFields(List<String> sample, Map<String, CapturedPayload.ChangedField> fields)
    implements Pills {

  public ChangedFields {
    sample = List.copyOf(sample);
    fields = new LinkedHashMap<>(fields);
  }

  @Override
  public @Nullable Object pill(String name) {
    if (!sample.contains(name)) {
      String available =
          sample.isEmpty()
              ? "it is empty; enter one in Transform Payload from Inbound Sample"
              : "it has " + String.join(", ", sample);
      throw new UnknownPill(
          "changed_fields.%s is not in the sample payload: %s.".formatted(name, available));
    }
    CapturedPayload.ChangedField field = fields.get(name);
    return field == null ? null : ChangedField.of(field);
  }
}
