package dev.processsync.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.identity.Role;
import dev.processsync.queue.EntryRows;
import dev.processsync.record.Actor;
import dev.processsync.testing.slice.FlowSlice;
import dev.processsync.testing.slice.InMemory;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ParseException;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The actions that no template has: each alone in a flow. */
class MoreActionsTest {

  private static final FlowSlice flows = FlowSlice.get();

  @RegisterExtension
  static final ProcessEngineCoverageExtension COVERAGE =
      ProcessEngineCoverageExtension.builder(flows.running()).build();

  @BeforeEach
  void world() {
    flows.reset();
  }

  @Test
  void aLineOfTheLogCarriesTheFlowsIdsAndCanNotBeForged() {
    Logger log =
        (Logger) LoggerFactory.getLogger("dev.processsync.flow.action.notification.WriteLog");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.setLevel(Level.INFO);
    log.addAppender(lines);
    run("writeLog", "level", "info", "message", "Got ${changed}", Map.of("changed", "a\nb"));

    log.detachAppender(lines);
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("INC0010001, ServiceTask_Act, queue entry entry-1: Got a b");
    assertThat(flows.memory.told).isEmpty();
  }

  @Test
  void aWarningStandsOnTheQueueRecordToo() {
    run("writeLog", "level", "warning", "message", "Look here");

    assertThat(flows.memory.told).containsExactly("entry-1 warned: Look here");
  }

  @Test
  void aFlowSkipsItsOwnQueueRecord() {
    run(
        "setQueueRecordStatus",
        "queue_record",
        "${queue_entry}",
        "status",
        "skipped",
        Map.of("reason", "Not for us"));

    assertThat(flows.memory.told).containsExactly("entry-1 skipped: Not for us");
  }

  @Test
  void aFlowHasAnotherQueueRecordTriedAgain() {
    String entry =
        new EntryRows(flows.sql, Clock.systemUTC())
            .insert("ih_sync_outbound_queue", "another", "error", "flow", Duration.ZERO);

    run("setQueueRecordStatus", "queue_record", entry, "status", "ready");

    assertThat(flows.read("ih_sync_outbound_queue", entry).get("status")).isEqualTo("ready");
  }

  @Test
  void aQueueRecordMustBeThereAndItsOwnCanNotBecomeReady() {
    assertThatThrownBy(
            () -> run("setQueueRecordStatus", "queue_record", "nothing", "status", "skipped"))
        .hasMessageContaining("Neither queue has a record 'nothing'");
    assertThatThrownBy(
            () -> run("setQueueRecordStatus", "queue_record", "${queue_entry}", "status", "ready"))
        .hasMessageContaining("must be skipped, for the queue record that this flow runs for");
    assertThatThrownBy(
            () -> run("setQueueRecordStatus", "queue_record", "${queue_entry}", "status", "done"))
        .hasMessageContaining("The input 'status' must be ready or skipped");
  }

  @Test
  void recordsAreLookedUpByQueryAndConditions() {
    String text = "A laptop " + SysId.next();
    String wanted = incident(text);
    incident(text);
    incident("A mouse");

    Map<String, Object> found =
        run(
            "lookUpRecords",
            "table",
            "incident",
            "query",
            "active=true^ORDERBYnumber",
            Map.of("text", text));

    assertThat(found).containsEntry("count", 2L).containsEntry("status", "found");
    assertThat(found.get("first")).hasToString(wanted);
  }

  @Test
  void whatIsLookedUpCanNotBeChangedByWhatWasReceived() {
    incident("A laptop");

    Map<String, Object> found =
        run(
            "lookUpRecords",
            "table",
            "incident",
            "query",
            "",
            Map.of("text", "nothing^NQactive=true"));

    assertThat(found).containsEntry("count", 0L).containsEntry("status", "none");
    assertThatThrownBy(() -> deploy("lookUpRecords", Map.of("query", "number=${changed}")))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("in the input 'query', which must be plain text");
  }

  @Test
  void aVariableOfTheFlowIsNoQuery() {
    String text = "A laptop " + SysId.next();
    incident(text);

    Map<String, Object> found =
        run(
            "lookUpRecords",
            "table",
            "incident",
            "unused",
            "",
            Map.of("query", "active=false", "text", text));

    assertThat(found.get("status")).isEqualTo("found");
  }

  @Test
  void theRunAsUserMustBeAllowedToSeeWhatIsLookedUp() {
    flows.memory.runAs = Optional.of(InMemory.actor(Role.RUN_AS));

    assertThatThrownBy(
            () -> run("lookUpRecords", "table", "incident", "query", "", Map.of("text", "")))
        .hasMessageContaining("may not read");
  }

  @Test
  void aNotificationGoesToAddressesUsersAndGroups() {
    String some = "some" + SysId.next();
    TableRecord group = flows.insert("sys_user_group", Map.of("name", "The " + some));
    for (String name : List.of("first", "second")) {
      TableRecord user =
          flows.insert(
              "sys_user", Map.of("user_name", name + some, "email", name + "@example.com"));
      flows.insert("sys_user_grmember", Map.of("user", user.sysId(), "group", group.sysId()));
    }

    Map<String, Object> sent =
        run(
            "sendNotification",
            "to",
            "someone@example.org, first" + some + "; The " + some,
            "subject",
            "About ${changed}",
            Map.of("changed", "one\r\nBcc: other@example.org", "text", "Hello"));

    assertThat(flows.memory.mails).hasSize(1);
    assertThat(flows.memory.mails.get(0).recipients())
        .containsExactlyInAnyOrder(
            "someone@example.org", "first@example.com", "second@example.com");
    assertThat(flows.memory.mails.get(0).subject()).isEqualTo("About one Bcc: other@example.org");
    assertThat(sent.get("mail")).isEqualTo("mail-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"THE CREW %s", "the crew %s", "The Crew %s"})
  void aGroupIsNotifiedHoweverItsNameIsWritten(String written) {
    String some = SysId.next();
    TableRecord group = flows.insert("sys_user_group", Map.of("name", "The Crew " + some));
    TableRecord user =
        flows.insert("sys_user", Map.of("user_name", some, "email", some + "@example.com"));
    flows.insert("sys_user_grmember", Map.of("user", user.sysId(), "group", group.sysId()));

    run("sendNotification", "to", written.formatted(some), "subject", "Hello");

    assertThat(flows.memory.mails)
        .singleElement()
        .satisfies(mail -> assertThat(mail.recipients()).containsExactly(some + "@example.com"));
  }

  @Test
  void whoeverHasNoAddressIsNotNotifiedAndTheQueueRecordSaysSo() {
    String silent = "silent" + SysId.next();
    flows.insert("sys_user", Map.of("user_name", silent));

    run("sendNotification", "to", silent, "subject", "Hello");

    assertThat(flows.memory.mails).isEmpty();
    assertThat(flows.memory.told)
        .containsExactly(
            "entry-1 warned: Nobody was notified: none of '%s' has an e-mail address."
                .formatted(silent));
  }

  @Test
  void anUnknownRecipientIsNamed() {
    assertThatThrownBy(() -> run("sendNotification", "to", "nobody here", "subject", "Hello"))
        .hasMessageContaining("'nobody here' can't be notified");
  }

  private static String incident(String shortDescription) {
    return flows
        .records
        .insert(Actor.system(), "incident", Map.of("short_description", shortDescription))
        .sysId();
  }

  private static Map<String, Object> run(
      String action, String input, String value, String input2, String value2) {
    return run(action, input, value, input2, value2, Map.of());
  }

  private static Map<String, Object> run(
      String action,
      String input,
      String value,
      String input2,
      String value2,
      Map<String, Object> variables) {
    deploy(action, Map.of(input, value, input2, value2));
    Map<String, Object> all = new HashMap<>(variables);
    all.put("queue_entry", "entry-1");
    all.put("remote_system", InMemory.REMOTE);
    return flows
        .engine
        .getRuntimeService()
        .createProcessInstanceByKey("acting")
        .businessKey("INC0010001")
        .setVariables(all)
        .executeWithVariablesInReturn()
        .getVariables();
  }

  /** One action; looking up compares the short description with the variable {@code text}. */
  private static void deploy(String action, Map<String, String> inputs) {
    StringBuilder parameters = new StringBuilder();
    inputs.forEach(
        (name, value) ->
            parameters.append(
                "<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>"
                    .formatted(name, value)));
    parameters.append(FURTHER.getOrDefault(action, ""));
    flows.deploy("acting", ACTING.formatted(action, parameters));
  }

  private static final Map<String, String> FURTHER =
      Map.of(
          "lookUpRecords",
          """
          <camunda:inputParameter name="conditions">
            <camunda:map>
              <camunda:entry key="short_description">${text}</camunda:entry>
            </camunda:map>
          </camunda:inputParameter>
          <camunda:outputParameter name="count">${count}</camunda:outputParameter>
          <camunda:outputParameter name="status">${status}</camunda:outputParameter>
          <camunda:outputParameter name="first">${record}</camunda:outputParameter>
          """,
          "sendNotification",
          "<camunda:outputParameter name=\"mail\">${mail}</camunda:outputParameter>");

  private static final String ACTING =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
        <bpmn:process id="acting" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="StartEvent_Given" />
          <bpmn:sequenceFlow id="Flow_Given" sourceRef="StartEvent_Given" targetRef="ServiceTask_Act" />
          <bpmn:serviceTask id="ServiceTask_Act" camunda:delegateExpression="${%s}">
            <bpmn:extensionElements>
              <camunda:inputOutput>
                %s
              </camunda:inputOutput>
            </bpmn:extensionElements>
          </bpmn:serviceTask>
          <bpmn:sequenceFlow id="Flow_Done" sourceRef="ServiceTask_Act" targetRef="EndEvent_Done" />
          <bpmn:endEvent id="EndEvent_Done" />
        </bpmn:process>
      </bpmn:definitions>
      """;
}
