package dev.processsync.faults;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets the database refuse two writes of incidents in a row now and then, as after a deadlock: the
 * first makes a whole batch of flows fail, the second the flow that is tried alone, so that the
 * engine has to take it over.
 */
final class Stumbles {

  private static final int EVERY = 40;

  private final JdbcClient database;

  Stumbles(JdbcClient database) {
    this.database = database;
    database.sql("create schema stumbles").update();
    // A sequence is not rolled back: the write that is tried again succeeds.
    database.sql("create sequence stumbles.writes").update();
    database
        .sql(
            """
            create function stumbles.stumble() returns trigger language plpgsql as '
            begin
              if nextval(''stumbles.writes'') %% %d < 2 then
                raise exception ''refused by the fault program'' using errcode = ''40P01'';
              end if;
              return new;
            end'
            """
                .formatted(EVERY))
        .update();
    database
        .sql(
            """
            create trigger stumble before insert or update on process_sync.incident
            for each row execute function stumbles.stumble()
            """)
        .update();
  }

  long count() {
    return database
        .sql("select 2 * (last_value / ?) from stumbles.writes")
        .param(EVERY)
        .query(Long.class)
        .single();
  }
}
