package dev.processsync.tableapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A field of 160 characters takes 160 of any kind, on any database, and says so to more. */
@InstanceTest
class EmojiTest {

  private static final String INCIDENTS = "/api/now/table/incident";
  private static final String LAPTOP = "\uD83D\uDCBB";

  @LocalServerPort int port;
  @Autowired DSLContext sql;
  private ApiClient admin;

  @BeforeEach
  void logIn() {
    admin = ApiClient.admin(port);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 80, 81, 159, 160})
  void asManyEmojiAsLetters(int count) {
    Answer created = create(LAPTOP.repeat(count));

    assertThat(created.status()).isEqualTo(201);
    String id = created.result().path("sys_id").asText();
    assertThat(admin.get(INCIDENTS + "/" + id).result().path("short_description").asText())
        .isEqualTo(LAPTOP.repeat(count));
    assertThat(
            admin
                .get(
                    INCIDENTS
                        + "?sysparm_query="
                        + ApiClient.encoded("sys_id=" + id + "^short_descriptionLIKE" + LAPTOP))
                .result())
        .hasSize(1);
  }

  @Test
  void oneMoreIsRefusedInWords() {
    Answer refused = create(LAPTOP.repeat(161));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).contains("takes at most 160 characters; this value has 161");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "half \\ud83d of it", "the other \\udcbb"})
  void whatNoDatabaseStoresIsRefusedInWords(String text) {
    for (String field : new String[] {"short_description", "assignment_group", "number", "state"}) {
      Answer refused = admin.post(INCIDENTS, "{\"%s\":\"%s\"}".formatted(field, text));

      assertThat(refused.status()).as(refused.response().body()).isEqualTo(400);
      assertThat(refused.detail()).contains("incident." + field);
    }
  }

  /** As a column may be that an administrator made narrower by hand. */
  @Test
  void whatTheDatabaseRefusesAllTheSameIsSaidInWords() {
    resize(tooNarrow());

    Answer refused =
        admin.post(
            "/api/now/table/change_request",
            "{\"short_description\":\"%s\"}".formatted(LAPTOP.repeat(160)));

    resize(320);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail())
        .startsWith("A text has more characters than can be stored")
        .doesNotContainIgnoringCase("insert", "sql", "exception");
  }

  /** A little less than the database takes 160 emoji for. */
  int tooNarrow() {
    return 319;
  }

  private void resize(int length) {
    sql.execute(
        "alter table process_sync.change_request alter column short_description set data type"
            + " varchar("
            + length
            + ")");
  }

  private Answer create(String shortDescription) {
    return admin.post(INCIDENTS, "{\"short_description\":\"%s\"}".formatted(shortDescription));
  }
}
