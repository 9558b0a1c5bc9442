package dev.processsync.sync;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an instance tells the other about its definition, so that mismatches can be told at once.
 *
 * @param instance the instance's name, for people
 * @param events the names of its process events
 * @param captures what it sends
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Offer(String instance, List<String> events, List<Captured> captures) {

  /** The fields of a table that travel with an event. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Captured(String event, String table, List<String> fields) {
    Captured(@Nullable String event, @Nullable String table, @Nullable List<String> fields) {
      this.event = Said.brief(event);
      this.table = Said.brief(table);
      this.fields = Said.brief(fields);
    }
  }

  /** Takes what another instance said, whatever that was. */
  Offer(
      @Nullable String instance, @Nullable List<String> events, @Nullable List<Captured> captures) {
    this.instance = Said.brief(instance);
    this.events = Said.brief(events);
    this.captures = captures == null ? List.of() : List.copyOf(captures);
  }
}
