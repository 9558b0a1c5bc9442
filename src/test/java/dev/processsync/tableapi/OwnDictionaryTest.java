package dev.processsync.tableapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.StartedInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user adds tables and fields by files, without Java. */
class OwnDictionaryTest {

  private static final String REQUESTS = "/api/now/table/room_request";

  private static final String ROOM_REQUEST =
      """
      table: room_request
      extends: task
      label: Room Request
      number: {prefix: ROOM, start: 100, digits: 5}
      access: {read: [itil], write: [itil]}
      fields:
        room: {label: Room, length: 40, mandatory: true}
        incident: {label: Incident, type: reference, reference: incident, on_delete: clear}
      """;

  @Test
  void aTableAndAFieldComeByFileAndKeepTheirRecordsWhenMoreAreAdded(
      @TempDir Path dictionary, @TempDir Path data) throws IOException {
    write(dictionary, "room_request.yml", ROOM_REQUEST);
    write(dictionary, "incident.yml", "extend: incident\nfields:\n  floor: {type: integer}\n");
    String path;
    try (StartedInstance instance = start(dictionary, data)) {
      ApiClient admin = instance.admin();
      Answer incident = admin.post("/api/now/table/incident", "{\"floor\":3}");
      assertThat(incident.result().path("floor").asText()).isEqualTo("3");
      Answer created =
          admin.post(
              REQUESTS,
              "{\"room\":\"R1\",\"impact\":1,\"urgency\":1,\"incident\":\"%s\"}"
                  .formatted(incident.result().path("number").asText()));
      assertThat(created.status()).as(created.detail()).isEqualTo(201);
      assertThat(created.result().path("number").asText()).isEqualTo("ROOM00100");
      assertThat(created.result().path("priority").asText()).isEqualTo("1");
      path = created.header("Location").substring(admin.url().length());
      assertThat(
              admin
                  .get(REQUESTS + "?sysparm_query=incident.floor=3&sysparm_fields=incident.floor")
                  .result()
                  .toString())
          .isEqualTo("[{\"incident.floor\":\"3\"}]");
    }

    write(
        dictionary,
        "room_request.yml",
        ROOM_REQUEST.replace("length: 40", "length: 400") + "  seats: {type: integer}\n");
    try (StartedInstance instance = start(dictionary, data)) {
      ApiClient admin = instance.admin();
      JsonNode kept = admin.get(path).result();
      assertThat(kept.path("room").asText()).isEqualTo("R1");
      assertThat(kept.path("seats").asText("?")).isEmpty();
      String longer = "R".repeat(400);
      assertThat(
              admin
                  .patch(path, "{\"seats\":12,\"room\":\"" + longer + "\"}")
                  .result()
                  .path("seats")
                  .asText())
          .isEqualTo("12");
      assertThat(admin.post(REQUESTS, "{\"room\":\"R2\"}").result().path("number").asText())
          .isEqualTo("ROOM00101");
    }

    write(dictionary, "room_request.yml", ROOM_REQUEST + "  seats: {type: boolean}\n");
    assertThatThrownBy(() -> start(dictionary, data))
        .rootCause()
        .hasMessageContaining("table room_request")
        .hasMessageContaining("field 'seats' is now of type boolean");
  }

  @Test
  void anInstanceWithAWrongFileDoesNotStart(@TempDir Path dictionary, @TempDir Path data)
      throws IOException {
    write(dictionary, "desk.yml", "table: desk\nfields:\n  a: {type: money}\n");

    assertThatThrownBy(() -> start(dictionary, data))
        .rootCause()
        .hasMessageContaining("desk.yml")
        .hasMessageContaining("field 'a' has type 'money'; types are string, exact, text");
  }

  private static StartedInstance start(Path dictionary, Path data) {
    return StartedInstance.with(
        "--process-sync.dictionary=file:" + dictionary,
        "--spring.datasource.url=jdbc:h2:file:"
            + data.resolve("instance")
            + ";WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
  }

  private static void write(Path folder, String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
