package dev.processsync.flow.check;

import static dev.processsync.flow.check.Checks.entry;
import static dev.processsync.flow.check.Checks.errors;
import static dev.processsync.flow.check.Checks.inbound;
import static dev.processsync.flow.check.Checks.input;
import static dev.processsync.flow.check.Checks.warnings;
import static dev.processsync.flow.check.Checks.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.sync.Subflows.Kind;
import org.junit.jupiter.api.Test;

class MappingRuleTest {

  private static final String PILL = "${changed_fields.short_description}";

  @Test
  void aTableThatThereIsNotIsNamedWithTheOneThatIsMeant() {
    assertThat(errors(Kind.INBOUND, on("incidnet", entry("state", PILL))))
        .containsExactly(
            "Update Incident Record: There is no table 'incidnet'. Did you mean incident?",
            "Create Incident Record: There is no table 'incidnet'. Did you mean incident?");
  }

  @Test
  void aTableThatIsOnlyKnownWhenAFlowRunsIsNotLookedAt() {
    assertThat(errors(Kind.INBOUND, on("${local_record}", entry("anything", PILL)))).isEmpty();
  }

  @Test
  void aFieldThatTheTableLacksIsNamedWithTheOneThatIsMeant() {
    String model = inbound(entry("urgencyy", "${changed_fields.severity}"));

    assertThat(Checks.check(Kind.INBOUND, model))
        .contains(
            new Problem(
                Problem.Severity.ERROR,
                "ServiceTask_CreateIncidentRecord",
                "Create Incident Record",
                "fields.urgencyy",
                "Create Incident Record: Incident [incident] has no field 'urgencyy'. Did you mean"
                    + " urgency?"));
  }

  @Test
  void systemFieldsAndReadOnlyFieldsCanNotBeMapped() {
    assertThat(errors(Kind.INBOUND, inbound(entry("sys_created_on", PILL))))
        .contains(
            "Create Incident Record: Created (incident.sys_created_on) is read-only: take it out of"
                + " the mapping.");
    assertThat(errors(Kind.INBOUND, on("ih_sync_remote_system", entry("inbound_state", "active"))))
        .contains(
            "Update Incident Record: Inbound state (ih_sync_remote_system.inbound_state) is"
                + " read-only: take it out of the mapping.");
  }

  @Test
  void aNewRecordNeedsItsMandatoryFieldsAndAnUpdatedOneDoesNot() {
    assertThat(errors(Kind.INBOUND, on("sys_user_group", entry("description", PILL))))
        .containsExactly(
            "Create Incident Record: Name (sys_user_group.name) is mandatory and has no default:"
                + " map it.");
    assertThat(errors(Kind.INBOUND, on("sys_user_group", entry("name", PILL)))).isEmpty();
    assertThat(errors(Kind.INBOUND, on("sys_user_group", entry("name", "")))).hasSize(1);
  }

  @Test
  void aMappingThatNobodyHasMadeYetIsOnlyAWarning() {
    String model = on("sys_user_group", "");

    assertThat(errors(Kind.INBOUND, model)).isEmpty();
    assertThat(warnings(Kind.INBOUND, model))
        .containsExactly(
            "Update Incident Record: No field is mapped, so the record stays as it is: add entries"
                + " to the input fields.",
            "Create Incident Record: No field is mapped, but Group [sys_user_group] needs name: add"
                + " entries to the input fields.");
  }

  @Test
  void textIsNoMapping() {
    String model = with(inbound(""), "<camunda:map></camunda:map>", "state=6");

    assertThat(errors(Kind.INBOUND, model))
        .contains(
            "Create Incident Record: The fields must be a map with an entry for each field, not"
                + " text.");
  }

  @Test
  void anEntryNeedsTheNameOfAField() {
    String model = inbound("<camunda:entry>%s</camunda:entry>".formatted(PILL));

    assertThat(errors(Kind.INBOUND, model))
        .hasSize(2)
        .allMatch(message -> message.contains("Incident [incident] has no field ''."));
  }

  private static String on(String table, String entries) {
    return with(inbound(entries), input("table", "incident"), input("table", table));
  }
}
