package dev.processsync.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.payload.CapturedPayload.ChangedField;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapturedPayloadTest {

  /** Step 40 of the tutorial. */
  private static final String SAMPLE =
      """
      {"capture_metadata":{"changed_by":"admin","timestamp":"2020-09-24 19:26:59"},
      "changed_fields":[
        {"display_value":"","value":"incident","key":"sys_class_name"},
        {"display_value":"","value":"552c48888c033300964f4932b03eb092","key":"sys_id"},
        {"display_value":"","value":"INC0040015","key":"number"},
        {"display_value":"","value":"","key":"short_description"},
        {"display_value":"Hardware","value":"9f5b572d9cd82010f877a5cfd1fdce30","key":"assignment_group"},
        {"display_value":"","value":"1","key":"severity"},
        {"display_value":"","value":"2","key":"state"}]}
      """;

  @Test
  void readsTheSampleOfTheTutorial() {
    CapturedPayload payload = CapturedPayload.parse(SAMPLE);

    assertThat(payload.changedBy()).isEqualTo("admin");
    assertThat(payload.timestamp()).isEqualTo("2020-09-24 19:26:59");
    assertThat(payload.sysId()).isEqualTo("552c48888c033300964f4932b03eb092");
    assertThat(payload.businessKey()).isEqualTo("INC0040015");
    assertThat(payload.changedFields())
        .extracting(ChangedField::key)
        .containsExactly(
            "sys_class_name",
            "sys_id",
            "number",
            "short_description",
            "assignment_group",
            "severity",
            "state");
    assertThat(payload.changedFields().get(4))
        .isEqualTo(
            new ChangedField("assignment_group", "9f5b572d9cd82010f877a5cfd1fdce30", "Hardware"));
  }

  @Test
  void writesTheSampleAsTheTutorialHasIt() {
    String written = CapturedPayload.parse(SAMPLE).toJson();

    assertThat(written).isEqualTo(SAMPLE.replaceAll("\\n *", ""));
  }

  @Test
  void callsARecordWithoutANumberByItsId() {
    CapturedPayload payload =
        new CapturedPayload("admin", "", List.of(new ChangedField("sys_id", "abc", "")), List.of());

    assertThat(payload.businessKey()).isEqualTo("abc");
  }

  @Test
  void refusesAPayloadThatIsTooLargeOrTooDeep() {
    String large = " ".repeat(CapturedPayload.MAX_CHARACTERS + 1);
    String deep = "[".repeat(1_000);

    assertThatThrownBy(() -> CapturedPayload.parse(large)).hasMessageContaining("at most 1000000");
    assertThatThrownBy(() -> CapturedPayload.parse(deep)).isInstanceOf(InvalidPayload.class);
  }

  @Test
  void leavesOutWhatWasBeforeIfItWouldBeTooLongWithIt() {
    ChangedField longer =
        new ChangedField("description", "b".repeat(600_000), "")
            .changedFrom("a".repeat(600_000), "");
    ChangedField shorter = new ChangedField("state", "2", "").changedFrom("1", "");

    CapturedPayload read =
        CapturedPayload.parse(
            new CapturedPayload(
                    "admin",
                    "",
                    List.of(new ChangedField("sys_id", "abc", ""), longer, shorter),
                    List.of())
                .toJson());

    assertThat(read.changedFields().get(1).previousValue()).isNull();
    assertThat(read.changedFields().get(1).changed()).isTrue();
    assertThat(read.changedFields().get(2).previousValue()).isEqualTo("1");
  }

  @Test
  void readsWhatAPeerSaysOfChangesInItsOwnWords() {
    CapturedPayload read =
        CapturedPayload.parse(
            """
            {"changed_fields":[{"key":"sys_id","value":"abc"},
              {"key":"state","value":2,"changed":"true","previous_value":null},
              {"key":"urgency","value":"1","changed":null}]}""");

    assertThat(read.tellsChanges()).isTrue();
    assertThat(read.changedFields().get(1).previousValue()).isEmpty();
    assertThat(read.changedFields().get(2).changed()).isNull();
    assertThatThrownBy(
            () ->
                CapturedPayload.parse(
                    "{\"changed_fields\":[{\"key\":\"state\",\"value\":\"2\",\"changed\":\"perhaps\"}]}"))
        .hasMessage(
            "'state' among the payload's changed_fields says neither true nor false in 'changed'.");
  }
}
