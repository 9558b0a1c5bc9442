package dev.processsync.payload;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What travels between instances, in the form of the tutorial's samples (steps 40 and 47;
 * docs/reference.md, "Payload").
 *
 * @param metadata who changed the record on the sending side, and when
 * @param changedFields all captured fields, changed or not
 * @param attachments the metadata of each attachment, by name
 */
public record CapturedPayload(
    Metadata metadata, List<ChangedField> changedFields, List<Map<String, String>> attachments) {

  /** More than any payload of ours holds; a larger one is somebody's mistake or attack. */
  public static final int MAX_CHARACTERS = 1_000_000;

  /**
   * Who changed the record, and when. What a sender doesn't say is empty.
   *
   * @param changedBy a login there
   * @param timestamp {@code yyyy-MM-dd HH:mm:ss} UTC
   * @param time the same with milliseconds
   * @param version how often the record was changed there
   * @param hybridTime the same moment for comparisons, see module {@code change}
   */
  public record Metadata(
      String changedBy, String timestamp, String time, String version, String hybridTime) {

    public Metadata(String changedBy, String timestamp) {
      this(changedBy, timestamp, "", "", "");
    }
  }

  /**
   * A captured field. An empty value says that the field is empty; a payload that leaves the value
   * out is refused.
   *
   * @param displayValue filled for references only
   * @param changed whether the receiver may miss this value: it was changed, or its record has just
   *     come to meet what is captured; null if the sender doesn't say
   * @param previousValue what it was before; null if it is not known what the receiver has
   * @param previousDisplayValue as {@code displayValue}
   * @param hybridTime when it was changed, if not with the others; empty if not said
   * @param previousHybridTime when it was changed before; null if the sender doesn't say
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ChangedField(
      String key,
      String value,
      @JsonProperty("display_value") String displayValue,
      @Nullable Boolean changed,
      @JsonProperty("previous_value") @Nullable String previousValue,
      @JsonProperty("previous_display_value") @Nullable String previousDisplayValue,
      @JsonProperty("hybrid_time") @Nullable String hybridTime,
      @JsonProperty("previous_hybrid_time") @Nullable String previousHybridTime) {

    private static final int LONG = 1_000;

    /** Of a sender that says no more. */
    public ChangedField(String key, String value, String displayValue) {
      this(key, value, displayValue, null, null, null, null, null);
    }

    /** One that has the value that it had. */
    public ChangedField unchanged() {
      return new ChangedField(key, value, displayValue, false, null, null, null, null);
    }

    /** One that had another value before. */
    public ChangedField changedFrom(String previous, String previousDisplay) {
      return changedFrom(previous, previousDisplay, null);
    }

    /**
     * One that had another value before.
     *
     * @param previousTime when it was changed to that; null if that is not to be said
     */
    public ChangedField changedFrom(
        String previous, String previousDisplay, @Nullable String previousTime) {
      return new ChangedField(
          key, value, displayValue, true, previous, previousDisplay, null, previousTime);
    }

    private boolean wasLong() {
      return previousValue != null && previousValue.length() > LONG;
    }

    private ChangedField shortened() {
      return wasLong()
          ? new ChangedField(
              key, value, displayValue, changed, null, null, hybridTime, previousHybridTime)
          : this;
    }

    /**
     * One that the receiver may have in whatever form.
     *
     * @param time when it was changed; zero if that is not known
     */
    public ChangedField newToYou(String time) {
      return new ChangedField(key, value, displayValue, true, null, null, time, null);
    }

    /**
     * The same as it was before; itself if it has not changed.
     *
     * @return empty if that is not known
     */
    public Optional<ChangedField> previously() {
      if (!Boolean.TRUE.equals(changed)) {
        return Optional.of(this);
      }
      return Optional.ofNullable(previousValue)
          .map(
              previous ->
                  new ChangedField(
                      key, previous, previousDisplayValue == null ? "" : previousDisplayValue));
    }

    void writeInto(ObjectNode field) {
      field.put("display_value", displayValue).put("value", value).put("key", key);
      if (changed != null) {
        field.put("changed", changed.booleanValue());
      }
      if (previousValue != null) {
        field.put("previous_value", previousValue);
      }
      putUnlessEmpty(field, "previous_display_value", previousDisplayValue);
      putUnlessEmpty(field, "hybrid_time", hybridTime);
      putUnlessEmpty(field, "previous_hybrid_time", previousHybridTime);
    }
  }

  /** Of a sender that says no more than the contract asks for. */
  public CapturedPayload(
      String changedBy,
      String timestamp,
      List<ChangedField> changedFields,
      List<Map<String, String>> attachments) {
    this(new Metadata(changedBy, timestamp), changedFields, attachments);
  }

  public CapturedPayload {
    changedFields = List.copyOf(changedFields);
    attachments = List.copyOf(attachments);
  }

  /**
   * Reads a payload.
   *
   * @throws InvalidPayload saying what is wrong with it, also if it has no {@code sys_id}
   */
  public static CapturedPayload parse(String json) {
    CapturedPayload payload = new PayloadReader("payload").read(json);
    if (payload.sysId().isBlank()) {
      throw new InvalidPayload(
          "The payload has no sys_id among its changed_fields; every event carries its record's.");
    }
    return payload;
  }

  /**
   * Reads a sample payload: what a flow may expect, in the same form.
   *
   * @throws InvalidPayload saying what is wrong with it
   */
  public static CapturedPayload parseSample(String json) {
    return new PayloadReader("sample payload").read(json);
  }

  public String changedBy() {
    return metadata.changedBy();
  }

  public String timestamp() {
    return metadata.timestamp();
  }

  /** Whether the sender says of any field whether it has changed. */
  public boolean tellsChanges() {
    return changedFields.stream().anyMatch(field -> field.changed() != null);
  }

  /** The value of a field, empty if it was not captured. */
  public Optional<String> value(String key) {
    return changedFields.stream()
        .filter(field -> field.key().equals(key))
        .map(ChangedField::value)
        .findFirst();
  }

  /** The record's id on the sending side. */
  public String sysId() {
    return value("sys_id").orElse("");
  }

  /** What people know the record by: its number, else its id. */
  public String businessKey() {
    return value("number").filter(number -> !number.isEmpty()).orElseGet(this::sysId);
  }

  /**
   * The JSON text, fields in the samples' order. What fields were before is left out where the text
   * would become too long by it.
   */
  public String toJson() {
    String whole = write();
    return whole.length() <= MAX_CHARACTERS
            || changedFields.stream().noneMatch(ChangedField::wasLong)
        ? whole
        : new CapturedPayload(
                metadata, changedFields.stream().map(ChangedField::shortened).toList(), attachments)
            .write();
  }

  private String write() {
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    ObjectNode captured =
        payload
            .putObject("capture_metadata")
            .put("changed_by", metadata.changedBy())
            .put("timestamp", metadata.timestamp());
    putUnlessEmpty(captured, "time", metadata.time());
    putUnlessEmpty(captured, "version", metadata.version());
    putUnlessEmpty(captured, "hybrid_time", metadata.hybridTime());
    ArrayNode fields = payload.putArray("changed_fields");
    changedFields.forEach(field -> field.writeInto(fields.addObject()));
    if (!attachments.isEmpty()) {
      ArrayNode files = payload.putArray("attachment_metadata");
      attachments.forEach(file -> file.forEach(files.addObject()::put));
    }
    return payload.toString();
  }

  private static void putUnlessEmpty(ObjectNode object, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      object.put(name, text);
    }
  }
}
