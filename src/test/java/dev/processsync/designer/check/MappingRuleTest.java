package dev.processsync.designer.check;

import static dev.processsync.designer.check.Checks.entry;
import static dev.processsync.designer.check.Checks.errors;
import static dev.processsync.designer.check.Checks.inbound;
import static dev.processsync.designer.check.Checks.input;
import static dev.processsync.designer.check.Checks.warnings;
import static dev.processsync.designer.check.Checks.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.definition.Subflows.Kind;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingRuleTest {

  private static final String PILL = "${changed_fields.short_description}";

  @Test
  void aTableThatThereIsNotIsNamedWithTheOneThatIsMeant() {
    assertThat(errors(Kind.INBOUND, on("incidnet", entry("state", PILL))))
        .containsExactly(
            "Update Incident Record: There is no table 'incidnet'. Did you mean incident?",
            "Create Incident Record: There is no table 'incidnet'. Did you mean incident?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sys_user",
        "sys_user_has_role",
        "sys_user_group",
        "basic_auth_credentials",
        "ih_sync_remote_system",
        "sys_properties"
      })
  void aTableThatFlowsMayNotWriteIsNamed(String table) {
    assertThat(errors(Kind.INBOUND, on(table, entry("name", PILL))))
        .hasSize(2)
        .allMatch(message -> message.contains("Flows may not write"))
        .allMatch(message -> message.contains("[" + table + "]"));
  }

  @Test
  void aTableThatIsOnlyKnownWhenAFlowRunsIsNotLookedAt() {
    assertThat(errors(Kind.INBOUND, on("${local_record}", entry("anything", PILL)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sys_user", "ih_sync_remote_system"})
  void whatFlowsMayNotWriteTheyMayNotDelete(String table) {
    String model = inbound();
    int delete = model.indexOf("name=\"Delete Incident Record\"");

    assertThat(
            errors(
                Kind.INBOUND,
                model.substring(0, delete)
                    + model.substring(delete).replace(">incident<", ">" + table + "<")))
        .singleElement()
        .asString()
        .startsWith("Delete Incident Record: Flows may not write ");
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
    assertThat(errors(Kind.INBOUND, on("locker", entry("seal", "broken"))))
        .contains(
            "Update Incident Record: Seal (locker.seal) is read-only: take it out of the mapping.");
  }

  @Test
  void aConflictPolicyIsOfAMappedFieldAndOneThatThereIs() {
    String mapped = on("incident", entry("urgency", PILL));

    assertThat(errors(Kind.INBOUND, choosing(mapped, "urgency", "ask"))).isEmpty();
    assertThat(errors(Kind.INBOUND, choosing(mapped, "urgency", "theirs")))
        .contains(
            "Update Incident Record: 'theirs' is no conflict policy for urgency: use newest, remote,"
                + " local or ask.");
    assertThat(errors(Kind.INBOUND, choosing(mapped, "urgencyy", "ask")))
        .contains(
            "Update Incident Record: The conflict policy of 'urgencyy' is of no field that this"
                + " step maps. Did you mean urgency?");
  }

  private static String choosing(String model, String field, String policy) {
    return model.replaceFirst(
        "<camunda:inputParameter name=\"record\">",
        "<camunda:inputParameter name=\"conflict_policies\"><camunda:map>"
            + entry(field, policy)
            + "</camunda:map></camunda:inputParameter><camunda:inputParameter name=\"record\">");
  }

  @Test
  void aNewRecordNeedsItsMandatoryFieldsAndAnUpdatedOneDoesNot() {
    assertThat(errors(Kind.INBOUND, on("locker", entry("colour", "red"))))
        .containsExactly(
            "Create Incident Record: Label (locker.label) is mandatory and has no default: map it.");
    assertThat(errors(Kind.INBOUND, on("locker", entry("label", PILL)))).isEmpty();
    assertThat(errors(Kind.INBOUND, on("locker", entry("label", "")))).hasSize(1);
  }

  @Test
  void aMappingThatNobodyHasMadeYetIsOnlyAWarning() {
    String model = on("locker", "");

    assertThat(errors(Kind.INBOUND, model)).isEmpty();
    assertThat(warnings(Kind.INBOUND, model))
        .containsExactly(
            "Update Incident Record: No field is mapped, so the record stays as it is: add entries"
                + " to the input fields.",
            "Create Incident Record: No field is mapped, but Locker [locker] needs label: add"
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

  /** The steps that update and create a record; not those that come later. */
  private static String on(String table, String entries) {
    String incident = input("table", "incident");
    String other = Matcher.quoteReplacement(input("table", table));
    return inbound(entries).replaceFirst(incident, other).replaceFirst(incident, other);
  }
}
