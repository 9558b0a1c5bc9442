package dev.processsync.designer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.processsync.ApiClient;
import dev.processsync.ApiClient.Answer;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.payload.CapturedPayload;
import dev.processsync.record.Records;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a customer wrote into a record stays data when it is taken as a sample. */
@InstanceTest
class SampleTextTest {

  private static final String SUBFLOWS = "/api/process-sync/v1/subflows/";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @Autowired private StoredModels models;
  @Autowired private Records records;

  private final ApiClient admin;
  private final String key = "sample-" + SysId.next();

  SampleTextTest(@LocalServerPort int port) {
    this.admin = ApiClient.admin(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${payload}",
        "#{payload}",
        "${",
        "a \\${b} \\\\${c} $${d} ##{e}",
        "${execution.getProcessEngineServices()}",
        "half \uD83D of a character, and \uDE00 the other",
        "\uD83D\uDE00 whole",
        "\uFFFE \uFFFF \u0000 \u0001 \u001F \u007F \u0085 \u2028",
        "<![CDATA[ ]]> & < > \" '",
        "a\r\nb\tc\rd"
      })
  void aSampleReadsBackAsItWasAndFlowsRunWithIt(String text) throws Exception {
    admin.post(SUBFLOWS + "inbound-flow-template-basic/copy", "{\"key\":\"" + key + "\"}");
    String sample =
        JSON.writeValueAsString(
            Map.of(
                "changed_fields",
                new Object[] {
                  Map.of("key", "sys_id", "value", SysId.next(), "display_value", ""),
                  Map.of("key", "short_description", "value", text, "display_value", text)
                }));

    Answer taken =
        admin.post(SUBFLOWS + key + "/sample", JSON.writeValueAsString(Map.of("payload", sample)));

    assertThat(taken.status()).as(taken.detail()).isEqualTo(200);
    assertThat(CapturedPayload.parseSample(models.sample(key)).value("short_description"))
        .contains(text);
    TableRecord remote = new SyncSetup(records).activeRemoteSystem();
    Answer ran =
        admin.post(
            SUBFLOWS + key + "/dry-run", "{\"remote_system\":\"%s\"}".formatted(remote.sysId()));
    assertThat(ran.status()).as(ran.detail()).isEqualTo(200);
    assertThat(ran.result().path("failure").asText()).isEmpty();
    assertThat(admin.post(SUBFLOWS + key + "/publish", "").status()).isEqualTo(200);
  }

  @Test
  void aSampleThatIsPastedIntoTheModelIsDataToo() throws Exception {
    admin.post(SUBFLOWS + "inbound-flow-template-basic/copy", "{\"key\":\"" + key + "\"}");
    String sample =
        "{\"changed_fields\":[{\"key\":\"sys_id\",\"value\":\"${payload} costs ${ each\",\"display_value\":\"\"}]}";
    String bpmn =
        admin
            .text(SUBFLOWS + key + "/bpmn")
            .replaceFirst(
                "name=\"sample_payload\" ?/>|name=\"sample_payload\">[^<]*</camunda:inputParameter>",
                Matcher.quoteReplacement(
                    "name=\"sample_payload\">" + sample + "</camunda:inputParameter>"));
    assertThat(bpmn).contains("costs ${ each");

    Answer saved =
        admin.send("PUT", SUBFLOWS + key + "/bpmn", bpmn, "Content-Type", "application/xml");

    assertThat(saved.status()).as(saved.detail()).isEqualTo(200);
    assertThat(CapturedPayload.parseSample(models.sample(key)).sysId())
        .isEqualTo("${payload} costs ${ each");
    Answer again =
        admin.send(
            "PUT",
            SUBFLOWS + key + "/bpmn",
            bpmn,
            "Content-Type",
            "application/xml",
            "If-Match",
            saved.header("ETag"));
    assertThat(again.status()).as(again.detail()).isEqualTo(200);
    assertThat(admin.post(SUBFLOWS + key + "/publish", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\\u0001b", "costs ${price}", "#{x}", "half \\ud83d", "\\ufffe", "two\\nlines"})
  void aCopyIsNotNamedByWhatAModelCanNotHold(String name) {
    Answer copied =
        admin.post(
            SUBFLOWS + "inbound-flow-template-basic/copy",
            "{\"key\":\"%s\",\"name\":\"%s\"}".formatted(key, name));

    assertThat(copied.status()).as(copied.response().body()).isEqualTo(400);
    assertThat(copied.detail()).startsWith("The name has ");
    assertThat(admin.get(SUBFLOWS + key).status()).isEqualTo(404);
  }
}
