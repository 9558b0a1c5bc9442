package dev.processsync.handshake;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.processsync.database.ThisInstance;
import dev.processsync.dictionary.SysId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an instance tells the other about its definition, so that mismatches can be told at once.
 *
 * @param instance the instance's name, for people
 * @param events the names of its process events
 * @param captures what it sends
 * @param instanceId which instance it is, see {@link ThisInstance}; empty if it is too old to say
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Offer(
    String instance,
    List<String> events,
    List<Captured> captures,
    @JsonProperty("instance_id") String instanceId) {

  /** Of one who says nothing. */
  static final Offer NONE = new Offer(null, null, null, null);

  /** The fields of a table that travel with an event. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Captured(String event, String table, List<String> fields) {
    Captured(@Nullable String event, @Nullable String table, @Nullable List<String> fields) {
      this.event = PartnersWords.brief(event);
      this.table = PartnersWords.brief(table);
      this.fields = PartnersWords.brief(fields);
    }
  }

  /** Takes what another instance said, whatever that was. */
  Offer(
      @Nullable String instance,
      @Nullable List<String> events,
      @Nullable List<Captured> captures,
      @Nullable String instanceId) {
    this.instance = PartnersWords.brief(instance);
    this.events = PartnersWords.brief(events);
    this.captures = captures == null ? List.of() : List.copyOf(captures);
    this.instanceId = instanceId != null && SysId.isValid(instanceId) ? instanceId : "";
  }
}
