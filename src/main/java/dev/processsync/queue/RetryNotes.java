package dev.processsync.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Keeps with an entry what is known of its failed tries, for those who look at the queue. */
@Repository
class RetryNotes {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final DSLContext sql;

  RetryNotes(DSLContext sql) {
    this.sql = sql;
  }

  /** False if the queue has no such entry. */
  boolean write(Queue queue, String entry, RetryMetadata tried) {
    return sql.update(QueueColumns.table(queue))
            .set(QueueColumns.RETRY_METADATA, json(tried))
            .where(QueueColumns.SYS_ID.eq(entry))
            .execute()
        > 0;
  }

  Optional<RetryMetadata> read(Queue queue, String entry) {
    return sql.select(QueueColumns.RETRY_METADATA)
        .from(QueueColumns.table(queue))
        .where(QueueColumns.SYS_ID.eq(entry))
        .fetchOptional(QueueColumns.RETRY_METADATA)
        .map(RetryNotes::parse);
  }

  /** Nothing is to be tried again of a flow that went well. */
  void clear(Queue queue, String entry) {
    sql.update(QueueColumns.table(queue))
        .setNull(QueueColumns.RETRY_METADATA)
        .where(QueueColumns.SYS_ID.eq(entry))
        .and(QueueColumns.RETRY_METADATA.isNotNull())
        .execute();
  }

  private static String json(RetryMetadata tried) {
    try {
      return JSON.writeValueAsString(tried);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and texts can be written as JSON", e);
    }
  }

  private static RetryMetadata parse(String json) {
    try {
      return JSON.readValue(json, RetryMetadata.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Retry metadata is written here alone: " + json, e);
    }
  }
}
