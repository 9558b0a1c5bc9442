package dev.processsync.flow.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.payload.CapturedPayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTest {

  private static final String SYS_ID =
      "{\"key\":\"sys_id\",\"value\":\"1\",\"display_value\":\"\"}";

  @Test
  void readsMetadataFieldsAndAttachments() {
    Payload payload =
        Payload.read(
            "{\"capture_metadata\":{\"changed_by\":\"admin\",\"timestamp\":\"2020-09-24 19:26:59\"},"
                + "\"changed_fields\":[%s,{\"key\":\"priority\",\"value\":3}],".formatted(SYS_ID)
                + "\"attachment_metadata\":[{\"file_name\":\"a.txt\",\"size\":12}]}");

    assertThat(payload.metadata()).isEqualTo(new CaptureMetadata("admin", "2020-09-24 19:26:59"));
    assertThat(payload.fields().get("priority"))
        .isEqualTo(new CapturedPayload.ChangedField("priority", "3", ""));
    assertThat(payload.attachments()).singleElement().extracting("size").isEqualTo("12");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null | ``",
        "true | true",
        "1e2 | 100",
        "1.10 | 1.10",
        "\"x\",\"display\":\"y\" | x",
        "null,\"display_value\":null | ``",
      })
  void aValueHasOneMeaningHoweverItIsWritten(String given, String value) {
    Payload payload =
        Payload.read(
            "{\"changed_fields\":[%s,{\"key\":\"a\",\"value\":%s}]}".formatted(SYS_ID, given));

    assertThat(payload.fields().get("a"))
        .isEqualTo(new CapturedPayload.ChangedField("a", value, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                           | is not JSON (line 1, column",
        "{} {}                                       | is not JSON (line 1, column",
        "[]                                          | is not a JSON object",
        "{}                                          | has no list changed_fields",
        "{\"changed_fields\":{}}                     | has no list changed_fields",
        "{\"changed_fields\":[]}                     | has no sys_id",
        "{\"changed_fields\":[{\"value\":\"1\"}]}    | Item 1 of the payload's changed_fields has no key",
        "{\"changed_fields\":[{\"key\":\"sys_id\",\"value\":\" \"}]} | has no sys_id",
        "{\"changed_fields\":[{\"key\":\"a\",\"value\":{}}]} | 'value' in the payload is an object or a list",
        "{\"changed_fields\":[{\"key\":\"a\"},{\"key\":\"a\"}]} | has 'a' twice",
        "{\"changed_fields\":[{\"key\":\"a\"}]}           | has no value",
        "{\"changed_fields\":[{\"key\":\"a\",\"display_value\":\"A\"}]} | has no value",
        "{\"changed_fields\":[{\"key\":\"a\",\"value\":1e400}]} | more than 100 digits",
        "{\"changed_fields\":[],\"changed_fields\":[]} | is not JSON"
      })
  void refusesWhatIsNoPayload(String json, String reason) {
    assertThatThrownBy(() -> Payload.read(json))
        .isInstanceOf(MalformedPayload.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesJsonThatIsNestedWithoutEnd() {
    assertThatThrownBy(() -> Payload.read("[".repeat(100_000)))
        .isInstanceOf(MalformedPayload.class);
  }

  @Test
  void aBlankSampleHasNoFieldsAndABrokenOneIsCalledTheSample() {
    assertThat(Payload.namesInSample(" ")).isEmpty();
    assertThatThrownBy(() -> Payload.namesInSample("{"))
        .hasMessageStartingWith("The sample payload is not JSON");
  }
}
