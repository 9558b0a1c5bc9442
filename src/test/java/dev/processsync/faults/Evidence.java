package dev.processsync.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a side's database holds when all is over. */
record Evidence(
    List<Incident> incidents,
    List<Correlation> correlations,
    List<Sent> outbound,
    List<Received> inbound,
    List<Witness.Seen> seen) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  record Incident(
      String sysId,
      String shortDescription,
      String description,
      String severity,
      String urgency,
      String state,
      String closeCode,
      String closeNotes,
      int sysModCount) {

    Change.Mark mark() {
      return Change.mark(shortDescription);
    }
  }

  record Correlation(
      String localCorrelationId, String remoteCorrelationId, String localRecord, String state) {}

  /**
   * An entry of the outbound queue.
   *
   * @param receipt what its side knows of it at the other
   */
  record Sent(
      String sysId,
      long sequence,
      String status,
      String stage,
      String localRecord,
      String payload,
      String errorInfo,
      String receipt) {

    Change.Mark mark() {
      return markOf(payload);
    }
  }

  /** An entry of the inbound queue. */
  record Received(
      String sysId,
      long sequence,
      long remoteSequence,
      String messageId,
      String status,
      String stage,
      String localCorrelationId,
      String payload,
      String errorInfo,
      @Nullable LocalDateTime processedAt) {

    Change.Mark mark() {
      return markOf(payload);
    }
  }

  static Evidence of(JdbcClient database, Witness witness) {
    return new Evidence(
        read(
            database,
            Incident.class,
            """
            select sys_id, coalesce(short_description, '') as short_description,
              coalesce(description, '') as description, severity::text, urgency::text, state::text,
              coalesce(close_code, '') as close_code, coalesce(close_notes, '') as close_notes,
              sys_mod_count
            from process_sync.incident
            """),
        read(
            database,
            Correlation.class,
            """
            select local_correlation_id, remote_correlation_id, local_record, state
            from process_sync.ih_sync_correlation
            """),
        read(
            database,
            Sent.class,
            """
            select sys_id, sequence, status, stage, local_record, payload,
              coalesce(error_info, '') as error_info, coalesce(receipt, '') as receipt
            from process_sync.ih_sync_outbound_queue order by sequence
            """),
        read(
            database,
            Received.class,
            """
            select sys_id, sequence, remote_sequence, message_id, status, stage,
              local_correlation_id, payload, coalesce(error_info, '') as error_info, processed_at
            from process_sync.ih_sync_inbound_queue order by sequence
            """),
        witness.seen());
  }

  private static <T> List<T> read(JdbcClient database, Class<T> type, String sql) {
    return database.sql(sql).query(type).list();
  }

  /** Which change a payload carries. */
  private static Change.Mark markOf(String payload) {
    try {
      JsonNode fields = JSON.readTree(payload).path("changed_fields");
      return StreamSupport.stream(fields.spliterator(), false)
          .filter(field -> field.path("key").asText().equals("short_description"))
          .findFirst()
          .map(field -> Change.mark(field.path("value").asText()))
          .orElse(new Change.Mark(0, 0));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("payload is no JSON: " + payload, e);
    }
  }
}
