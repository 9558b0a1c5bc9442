package dev.processsync.flow.payload;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.processsync.flow.Pills;
import org.jspecify.annotations.Nullable;

/**
 * Who changed the record on the other side, and when.
 *
 * @param timestamp {@code yyyy-MM-dd HH:mm:ss}, UTC
 */
public record CaptureMetadata(@JsonProperty("changed_by") String changedBy, String timestamp)
    implements Pills {

  @Override
  public @Nullable Object pill(String name) {
    return switch (name) {
      case "changed_by" -> changedBy;
      case "timestamp" -> timestamp;
      default ->
          throw new UnknownPill(
              "capture_metadata.%s is not a data pill: it has changed_by and timestamp."
                  .formatted(name));
    };
  }
}
