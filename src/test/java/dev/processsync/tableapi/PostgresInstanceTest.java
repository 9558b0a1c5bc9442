package dev.processsync.tableapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.Postgres;
import dev.processsync.StartedInstance;
import org.junit.jupiter.api.Test;

/** A whole instance whose database is PostgreSQL, started twice. */
class PostgresInstanceTest {

  private static final String INCIDENTS = "/api/now/table/incident";

  @Test
  void servesTheTableApiFromPostgresql() {
    String database = Postgres.newDatabase();
    String path;
    try (StartedInstance instance = start(database)) {
      path = createsQueriesAndChanges(instance.admin());
    }
    try (StartedInstance again = start(database)) {
      ApiClient admin = again.admin();
      assertThat(admin.get(path).result().path("state").asText()).isEqualTo("2");
      assertThat(admin.post(INCIDENTS, "{}").result().path("number").asText())
          .isEqualTo("INC0010003");
      assertThat(admin.delete(path).status()).isEqualTo(204);
      assertThat(admin.get(path).status()).isEqualTo(404);
    }
  }

  private static String createsQueriesAndChanges(ApiClient admin) {
    Answer created =
        admin.post(
            INCIDENTS,
            "{\"short_description\":\"Ünlimited Monitor\",\"assignment_group\":\"Hardware\",\"impact\":1}");
    assertThat(created.status()).as(created.detail()).isEqualTo(201);
    assertThat(created.result().path("number").asText()).isEqualTo("INC0010001");
    assertThat(admin.post(INCIDENTS, "{\"caller_id\":\"nobody\"}").status()).isEqualTo(400);
    assertThat(admin.post(INCIDENTS, "{\"description\":\"second\"}").status()).isEqualTo(201);
    assertThat(found(admin, "assignment_group.name=hardware^short_descriptionLIKEMONITOR")).isOne();
    assertThat(found(admin, "assignment_groupISEMPTY^ORactive=false^ORDERBYDESCassignment_group"))
        .isOne();
    assertThat(
            found(
                admin,
                "sys_created_onONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()"))
        .isEqualTo(2);
    assertThat(found(admin, "priorityBETWEEN3@5^numberSTARTSWITHINC^impactIN1,2,3")).isEqualTo(2);
    Answer shown =
        admin.get(
            INCIDENTS
                + "?impact=1&sysparm_display_value=all&sysparm_fields=assignment_group,assignment_group.sys_id");
    assertThat(shown.result().path(0).path("assignment_group").path("display_value").asText())
        .isEqualTo("Hardware");
    String path = created.header("Location").substring(admin.url().length());
    assertThat(admin.patch(path, "{\"state\":2}", "If-Match", "\"0\"").status()).isEqualTo(200);
    assertThat(admin.patch(path, "{\"state\":3}", "If-Match", "\"0\"").status()).isEqualTo(412);
    String name = "{\"name\":\"Network\"}";
    assertThat(admin.post("/api/now/table/sys_user_group", name).status()).isEqualTo(201);
    Answer second = admin.post("/api/now/table/sys_user_group", name);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.detail()).contains("Another group has this name");
    return path;
  }

  private static int found(ApiClient admin, String query) {
    Answer answer = admin.get(INCIDENTS + "?sysparm_query=" + ApiClient.encoded(query));
    assertThat(answer.status()).as(answer.detail()).isEqualTo(200);
    assertThat(answer.header("X-Total-Count")).isEqualTo(Integer.toString(answer.result().size()));
    return answer.result().size();
  }

  private static StartedInstance start(String database) {
    return StartedInstance.with(
        "--spring.datasource.url=" + database, "--spring.datasource.username=" + Postgres.USER);
  }
}
