package dev.processsync.flow.action;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.processsync.correlation.Correlation;
import dev.processsync.flow.Pills;
import org.jspecify.annotations.Nullable;

/** A correlation as a flow's variable: {@code ${correlation.local_record}}. */
public record CorrelationDetail(
    @JsonProperty("sys_id") String sysId,
    @JsonProperty("local_correlation_id") String localCorrelationId,
    @JsonProperty("remote_correlation_id") String remoteCorrelationId,
    @JsonProperty("local_table") String localTable,
    @JsonProperty("local_record") String localRecord,
    @JsonProperty("remote_system") String remoteSystem,
    @JsonProperty("active") boolean active)
    implements Pills {

  public static CorrelationDetail of(Correlation correlation) {
    return new CorrelationDetail(
        correlation.sysId(),
        correlation.localCorrelationId(),
        correlation.remoteCorrelationId(),
        correlation.localTable(),
        correlation.localRecord(),
        correlation.remoteSystem(),
        correlation.active());
  }

  public Correlation toCorrelation() {
    return new Correlation(
        sysId,
        localCorrelationId,
        remoteCorrelationId,
        localTable,
        localRecord,
        remoteSystem,
        active);
  }

  /** What conditions in models ask for. */
  String status() {
    return active ? "active" : "inactive";
  }

  @Override
  public @Nullable Object pill(String name) {
    return switch (name) {
      case "sys_id" -> sysId;
      case "local_correlation_id" -> localCorrelationId;
      case "remote_correlation_id" -> remoteCorrelationId;
      case "local_table" -> localTable;
      case "local_record" -> localRecord;
      case "remote_system" -> remoteSystem;
      case "state", "status" -> status();
      default -> throw new NoSuchDetail(name);
    };
  }

  @Override
  public String toString() {
    return sysId;
  }
}
