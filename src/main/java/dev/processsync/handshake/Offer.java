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
 * @param receives what it makes of what it gets, as far as it says
 * @param instanceId which instance it is, see {@link ThisInstance}; empty if it is too old to say
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Offer(
    String instance,
    List<String> events,
    List<Captured> captures,
    @JsonProperty("instance_id") String instanceId,
    List<Received> receives) {

  /** Of one who says nothing. */
  static final Offer NONE = new Offer(null, null, null, null, null);

  private static final int MOST_RECEIVED = 2_000;

  /** Of one who says nothing of what it makes of what it gets. */
  Offer(
      @Nullable String instance,
      @Nullable List<String> events,
      @Nullable List<Captured> captures,
      @Nullable String instanceId) {
    this(instance, events, captures, instanceId, null);
  }

  /**
   * A field that an event writes.
   *
   * @param from the captured fields that it is made of
   * @param policy what becomes of a conflict
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Received(String event, String table, String field, List<String> from, String policy) {
    Received(
        @Nullable String event,
        @Nullable String table,
        @Nullable String field,
        @Nullable List<String> from,
        @Nullable String policy) {
      this.event = PartnersWords.brief(event);
      this.table = PartnersWords.brief(table);
      this.field = PartnersWords.brief(field);
      this.from = PartnersWords.brief(from);
      this.policy = PartnersWords.brief(policy);
    }
  }

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
      @Nullable String instanceId,
      @Nullable List<Received> receives) {
    this.instance = PartnersWords.brief(instance);
    this.events = PartnersWords.brief(events);
    this.captures = captures == null ? List.of() : List.copyOf(captures);
    this.receives = receives == null ? List.of() : receives.stream().limit(MOST_RECEIVED).toList();
    this.instanceId = instanceId != null && SysId.isValid(instanceId) ? instanceId : "";
  }
}
