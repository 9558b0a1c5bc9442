package dev.processsync.queue.entry;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Keeps with an entry what is known of its failed tries, for those who look at the queue. */
@Repository
public class RetryNotes {

  private final DSLContext sql;

  RetryNotes(DSLContext sql) {
    this.sql = sql;
  }

  /** False if the queue has no such entry. */
  public boolean write(Queue queue, String entry, RetryMetadata tried) {
    return sql.update(QueueColumns.table(queue))
            .set(QueueColumns.RETRY_METADATA, tried.json())
            .where(QueueColumns.SYS_ID.eq(entry))
            .execute()
        > 0;
  }

  public Optional<RetryMetadata> read(Queue queue, String entry) {
    return sql.select(QueueColumns.RETRY_METADATA)
        .from(QueueColumns.table(queue))
        .where(QueueColumns.SYS_ID.eq(entry))
        .fetchOptional(QueueColumns.RETRY_METADATA)
        .map(RetryMetadata::parse);
  }

  /** Nothing is to be tried again of a flow that went well. */
  public void clear(Queue queue, String entry) {
    sql.update(QueueColumns.table(queue))
        .setNull(QueueColumns.RETRY_METADATA)
        .where(QueueColumns.SYS_ID.eq(entry))
        .and(QueueColumns.RETRY_METADATA.isNotNull())
        .execute();
  }
}
