package dev.processsync.tableapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.InstanceTest;
import dev.processsync.dictionary.SysId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Of those who give the same name at the same time, one gets it, however each writes it. */
@InstanceTest
class NamesAtOnceTest {

  private static final List<String> WRITTEN = List.of("Crew %s", "crew %s", "CREW %s", " Crew %s");
  private static final int ROUNDS = 8;

  @Autowired private JdbcTemplate database;
  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({"sys_user_group, name", "ih_sync_definition, name"})
  void oneOfThemGetsIt(String table, String field) throws Exception {
    ApiClient admin = ApiClient.admin(port);
    ExecutorService threads = Executors.newFixedThreadPool(WRITTEN.size());
    try {
      for (int round = 0; round < ROUNDS; round++) {
        String mark = SysId.next();
        List<Callable<Integer>> calls =
            WRITTEN.stream()
                .map(
                    written ->
                        (Callable<Integer>)
                            () ->
                                admin
                                    .post(
                                        "/api/now/table/" + table,
                                        "{\"%s\":\"%s\"}".formatted(field, written.formatted(mark)))
                                    .status())
                .toList();
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : threads.invokeAll(calls)) {
          answers.add(answer.get());
        }
        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void whatWasCalledAlikeBeforeStaysAndCanBeChanged() {
    ApiClient admin = ApiClient.admin(port);
    String mark = SysId.next();
    String first = create(admin, "One " + mark);
    String second = create(admin, "Two " + mark);
    database.update(
        "update process_sync.ih_sync_definition set name = ? where sys_id = ?",
        "ONE " + mark,
        second);

    for (String each : List.of(first, second)) {
      assertThat(
              admin
                  .patch("/api/now/table/ih_sync_definition/" + each, "{\"description\":\"Kept\"}")
                  .status())
          .isEqualTo(200);
    }
    assertThat(
            admin
                .post("/api/now/table/ih_sync_definition", "{\"name\":\"one " + mark + "\"}")
                .status())
        .isEqualTo(409);
  }

  private static String create(ApiClient admin, String name) {
    return admin
        .post("/api/now/table/ih_sync_definition", "{\"name\":\"" + name + "\"}")
        .result()
        .path("sys_id")
        .asText();
  }
}
