package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Postgres;
import dev.processsync.StartedInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Nobody should have to start the first node of a cluster alone (docs/clusters.md). */
class NodesStartTogetherTest {

  private static final int NODES = 2;

  @Test
  void onAnEmptyDatabaseTheyPrepareItOnce() throws Exception {
    ExecutorService starters = Executors.newFixedThreadPool(NODES);
    List<StartedInstance> nodes = new ArrayList<>();
    String database = Postgres.newDatabase();
    try {
      List<Future<StartedInstance>> starting = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        String name = "node" + i;
        starting.add(starters.submit(() -> node(name, database)));
      }
      for (Future<StartedInstance> node : starting) {
        nodes.add(node.get());
      }

      for (StartedInstance node : nodes) {
        assertThat(count(node, "sys_user?sysparm_query=user_name=admin")).isEqualTo(1);
        assertThat(count(node, "sys_user_group?sysparm_query=name=Hardware")).isEqualTo(1);
        assertThat(
                node.admin()
                    .get("/engine-rest/process-definition/count?key=process-event-outbound")
                    .json()
                    .path("count")
                    .asInt())
            .isEqualTo(1);
      }
    } finally {
      nodes.forEach(StartedInstance::close);
      starters.shutdownNow();
    }
  }

  private static StartedInstance node(String name, String database) {
    return StartedInstance.with(
        "--camunda.bpm.process-engine-name=" + name,
        "--spring.datasource.url=" + database,
        "--spring.datasource.username=" + Postgres.USER);
  }

  private static int count(StartedInstance node, String table) {
    return node.admin().get("/api/now/table/" + table).result().size();
  }
}
