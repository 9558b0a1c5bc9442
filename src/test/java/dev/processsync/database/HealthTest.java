package dev.processsync.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.processsync.ApiClient;
import dev.processsync.InstanceTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Health of a database that answers, but keeps nothing. */
@InstanceTest
class HealthTest {

  @LocalServerPort int port;
  @Autowired DSLContext sql;

  @Test
  void aDatabaseThatCanNotBeWrittenIsDownUntilItCan() {
    assertThat(health()).isEqualTo(200);

    sql.execute("alter table process_sync.health_check rename to health_away");
    try {
      await().untilAsserted(() -> assertThat(health()).isEqualTo(503));
    } finally {
      sql.execute("alter table process_sync.health_away rename to health_check");
    }
    await().untilAsserted(() -> assertThat(health()).isEqualTo(200));
  }

  private int health() {
    return ApiClient.admin(port).get("/actuator/health").status();
  }
}
