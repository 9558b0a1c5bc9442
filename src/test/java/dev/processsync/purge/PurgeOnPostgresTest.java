package dev.processsync.purge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.OnPostgres;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** As {@link PurgeTest}, on PostgreSQL. */
@Import({OnPostgres.class, PurgeTest.OwnTime.class})
@DirtiesContext
class PurgeOnPostgresTest extends PurgeTest {

  @Autowired private DSLContext sql;

  PurgeOnPostgresTest(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void findsOldEntriesByAnIndex() {
    String plan =
        sql.transactionResult(
            inside -> {
              // A test's table is too small for the planner to bother with an index otherwise.
              inside.dsl().execute("set local enable_seqscan = off");
              return inside
                  .dsl()
                  .fetch(
                      "explain select sys_id from process_sync.ih_sync_inbound_queue"
                          + " where status = 'processed' and sys_created_on <= now()"
                          + " and sys_updated_on <= now() limit 100")
                  .format();
            });

    assertThat(plan).contains("Index").contains("sys_created_on");
  }
}
