package dev.processsync.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Repository;

/**
 * The remote systems that messages can't be sent to now. In the database, so that all nodes count
 * together and a node that starts goes on where another ended. Whoever writes holds the lock of the
 * remote system's record.
 */
@Repository
@DependsOnDatabaseInitialization
public class RemoteTroubles {

  private final DSLContext sql;

  RemoteTroubles(DSLContext sql) {
    this.sql = sql;
  }

  /** The sys_ids of all that are in trouble; mostly none. */
  public Set<String> remoteSystems() {
    return Set.copyOf(
        sql.fetch("select remote_system from process_sync.remote_trouble")
            .map(row -> row.get("remote_system", String.class)));
  }

  public Optional<RemoteTrouble> find(String remoteSystem) {
    return sql.fetchOptional(
            """
            select remote_system, failures, since_ms, not_before_ms
            from process_sync.remote_trouble
            where remote_system = ?
            """,
            remoteSystem)
        .map(RemoteTroubles::trouble);
  }

  public void save(RemoteTrouble trouble) {
    int updated =
        sql.execute(
            """
            update process_sync.remote_trouble
            set failures = ?, since_ms = ?, not_before_ms = ?
            where remote_system = ?
            """,
            trouble.failures(),
            trouble.since().toEpochMilli(),
            trouble.notBefore().toEpochMilli(),
            trouble.remoteSystem());
    if (updated == 0) {
      sql.execute(
          """
          insert into process_sync.remote_trouble (failures, since_ms, not_before_ms, remote_system)
          values (?, ?, ?, ?)
          """,
          trouble.failures(),
          trouble.since().toEpochMilli(),
          trouble.notBefore().toEpochMilli(),
          trouble.remoteSystem());
    }
  }

  /** It is over; whether there was any. */
  public boolean delete(String remoteSystem) {
    return sql.execute(
            "delete from process_sync.remote_trouble where remote_system = ?", remoteSystem)
        > 0;
  }

  private static RemoteTrouble trouble(Record row) {
    return new RemoteTrouble(
        row.get("remote_system", String.class),
        row.get("failures", Integer.class),
        Instant.ofEpochMilli(row.get("since_ms", Long.class)),
        Instant.ofEpochMilli(row.get("not_before_ms", Long.class)));
  }
}
