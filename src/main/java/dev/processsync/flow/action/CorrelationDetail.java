package dev.processsync.flow.action;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.processsync.correlation.Correlation;
import dev.processsync.flow.Pills;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A correlation as a flow's variable: {@code ${correlation.local_record}}. */
public record CorrelationDetail(Correlation correlation) implements Pills {

  /** Reads what a waiting flow has kept. */
  @JsonCreator
  static CorrelationDetail kept(
      @JsonProperty("sys_id") String sysId,
      @JsonProperty("local_correlation_id") String localCorrelationId,
      @JsonProperty("remote_correlation_id") String remoteCorrelationId,
      @JsonProperty("local_table") String localTable,
      @JsonProperty("local_record") String localRecord,
      @JsonProperty("remote_system") String remoteSystem,
      @JsonProperty("active") boolean active) {
    return new CorrelationDetail(
        new Correlation(
            sysId,
            localCorrelationId,
            remoteCorrelationId,
            localTable,
            localRecord,
            remoteSystem,
            active));
  }

  /** What a waiting flow keeps; {@link #kept} reads it. */
  @JsonValue
  Map<String, Object> toKeep() {
    return Map.of(
        "sys_id", correlation.sysId(),
        "local_correlation_id", correlation.localCorrelationId(),
        "remote_correlation_id", correlation.remoteCorrelationId(),
        "local_table", correlation.localTable(),
        "local_record", correlation.localRecord(),
        "remote_system", correlation.remoteSystem(),
        "active", correlation.active());
  }

  /** What conditions in models ask for. */
  String status() {
    return correlation.active() ? "active" : "inactive";
  }

  @Override
  public @Nullable Object pill(String name) {
    return switch (name) {
      case "sys_id" -> correlation.sysId();
      case "local_correlation_id" -> correlation.localCorrelationId();
      case "remote_correlation_id" -> correlation.remoteCorrelationId();
      case "local_table" -> correlation.localTable();
      case "local_record" -> correlation.localRecord();
      case "remote_system" -> correlation.remoteSystem();
      case "state", "status" -> status();
      default -> throw new NoSuchDetail(name);
    };
  }

  @Override
  public String toString() {
    return correlation.sysId();
  }
}
