package dev.processsync.faults;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down, in the database itself, each change of an incident in the order in which it was
 * committed to the record: what the product says of itself is not asked.
 */
final class Witness {

  private final JdbcClient database;

  Witness(JdbcClient database) {
    this.database = database;
    database.sql("create schema witness").update();
    database
        .sql(
            """
            create table witness.seen (
              id bigserial primary key,
              incident text not null,
              short_description text not null,
              state text not null)
            """)
        .update();
    database
        .sql(
            """
            create function witness.see() returns trigger language plpgsql as '
            begin
              insert into witness.seen (incident, short_description, state)
              values (new.sys_id, coalesce(new.short_description, ''''), new.state::text);
              return null;
            end'
            """)
        .update();
    database
        .sql(
            """
            create trigger witness after insert or update on process_sync.incident
            for each row execute function witness.see()
            """)
        .update();
  }

  /**
   * An incident as it was after a change.
   *
   * @param id ascending in the order of one incident's changes
   */
  record Seen(long id, String incident, String shortDescription, String state) {}

  List<Seen> seen() {
    return database
        .sql("select id, incident, short_description, state from witness.seen order by id")
        .query(Seen.class)
        .list();
  }
}
