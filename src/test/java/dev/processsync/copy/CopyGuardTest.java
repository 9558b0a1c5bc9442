package dev.processsync.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.jayway.jsonpath.JsonPath;
import dev.processsync.TwoInstances.RunningInstance;
import dev.processsync.database.ThisInstance;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.mail.Mail;
import dev.processsync.mail.Mails;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database that was copied: what the copy does until somebody says what it is, and what it does
 * then. The original is linked with a partner, to which it has sent.
 */
class CopyGuardTest {

  private static final Actor SYSTEM = Actor.system();
  private static final String GUARD = "api/process-sync/v1/copy-guard";
  private static final int MAIL_PORT = TestSocketUtils.findAvailableTcpPort();

  @RegisterExtension
  static final GreenMailExtension MAIL_SERVER =
      new GreenMailExtension(new ServerSetup(MAIL_PORT, "localhost", "smtp"));

  @TempDir private Path folder = Path.of("");

  private final List<StoppableInstance> started = new ArrayList<>();
  private CopiedDatabase databases = new CopiedDatabase.OfPostgres();
  private String database = "";
  private @Nullable LinkedInstance linked;

  /** Where databases are and how they are copied. */
  CopiedDatabase databases() {
    return new CopiedDatabase.OfH2(folder);
  }

  @BeforeEach
  void startTheOriginal() {
    databases = databases();
    database = databases.fresh();
    linked = LinkedInstance.with(start(database).instance());
    original().sendsAnIncident("First");
  }

  @AfterEach
  void stop() {
    started.forEach(StoppableInstance::close);
  }

  private LinkedInstance original() {
    return Objects.requireNonNull(linked);
  }

  @Test
  void restartsAnotherNameAndMoreNodesAreNoCopy() {
    stopAll();
    assertIsNotHeld(start(database).instance());
    if (databases.mayHaveNodes()) {
      assertIsNotHeld(start(database).instance());
    }
    stopAll();

    RunningInstance renamed = start(databases.rename(database)).instance();

    assertIsNotHeld(renamed);
    assertThat(instanceId(renamed)).isEqualTo(original().instanceId());
  }

  @Test
  void aCopySendsMailsAndTakesNothingWhileTheOriginalGoesOn() {
    stopAll();
    RunningInstance copy = startCopy();
    RunningInstance alive = start(database).instance();

    assertIsHeld(copy);
    String mail = leaveMail(copy);
    String incident = original().on(copy).capturesAnIncident("Of the copy");
    assertThat(original().on(copy).posts("[]"))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(503))
        .satisfies(answer -> assertThat(answer.body()).contains("looks like a copy", "Copy Guard"))
        .satisfies(answer -> assertThat(answer.body()).doesNotContain(folder.toString()));
    assertThat(original().on(copy).validates())
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
        .satisfies(answer -> assertThat(answer.body()).contains("looks like a copy"));

    original().on(alive).sendsAnIncident("Of the original");
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                statusOf(copy, incident).equals("ready")
                    && MAIL_SERVER.getReceivedMessages().length == 0);
    assertThat(copy.records().get(SYSTEM, "sys_email", mail).get("state")).isEqualTo("ready");
    assertThat(original().arrivedAtPartner()).containsExactlyInAnyOrder("First", "Of the original");
    assertIsNotHeld(alive);
  }

  @Test
  void anOriginalThatWasMovedGoesOnOnceAnAdministratorSaysSo() {
    stopAll();
    RunningInstance moved = startCopy();
    assertIsHeld(moved);
    leaveMail(moved);
    original().on(moved).capturesAnIncident("After the move");

    assertThat(answer(moved, "moved").statusCode()).isEqualTo(200);

    assertIsNotHeld(moved);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> MAIL_SERVER.getReceivedMessages().length > 0);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> original().arrivedAtPartner().contains("After the move"));
    assertThat(original().on(moved).system().get("state_reason")).isEmpty();
    assertThat(instanceId(moved)).isEqualTo(original().instanceId());
  }

  @Test
  void aCopyThatIsCalledOneForgetsItsPartnersAndIsAnInstanceOfItsOwn() {
    stopAll();
    String copied = databases.copy(database);
    RunningInstance copy = start(copied).instance();
    String mail = leaveMail(copy);
    String incident = original().on(copy).capturesAnIncident("Of the copy");

    assertThat(answer(copy, "copy").statusCode()).isEqualTo(200);

    assertIsNotHeld(copy);
    assertThat(instanceId(copy)).isNotEqualTo(original().instanceId());
    TableRecord system = original().on(copy).system();
    assertThat(system.get("external_id")).isEmpty();
    assertThat(system.get("outbound_state") + system.get("inbound_state"))
        .isEqualTo("disableddisabled");
    assertThat(system.get("state_reason")).contains("is a copy");
    assertThat(statusOf(copy, incident)).isEqualTo("skipped");
    assertThat(copy.records().get(SYSTEM, "sys_email", mail).get("state")).isEqualTo("ignored");
    stopAll();
    assertIsNotHeld(start(copied).instance());
    assertThat(original().arrivedAtPartner()).containsExactly("First");
  }

  @Test
  void onlyAnAnswerOfAnAdministratorToAQuestionCounts() {
    RunningInstance running = original().instance();

    assertThat(answer(running, "moved").statusCode()).isEqualTo(409);
    assertThat(answer(running, "moved").body()).contains("nothing to be moved");
    assertThat(answer(running, "stolen").statusCode()).isEqualTo(400);
    assertThat(answer(running, "stolen").body()).contains("'moved' or 'copy'");
    assertThat(original().postsAsProcessAdministrator(GUARD, "{\"answer\":\"copy\"}"))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(403));
    assertThat(original().system().get("outbound_state")).isEqualTo("active");
  }

  private void assertIsHeld(RunningInstance instance) {
    HttpResponse<String> guard = instance.get(GUARD);
    assertThat(JsonPath.<Boolean>read(guard.body(), "$.result.held")).isTrue();
    assertThat(JsonPath.<String>read(guard.body(), "$.result.reason"))
        .contains("looks like a copy", databases.wordsFor(database), original().instanceId());
    assertThat(instance.get("actuator/health").body()).contains("HELD");
    assertThat(instance.get("actuator/health").statusCode()).isEqualTo(200);
    assertThat(original().on(instance).system().get("state_reason"))
        .startsWith("Held: This database looks like a copy");
  }

  private static void assertIsNotHeld(RunningInstance instance) {
    assertThat(instance.get(GUARD).body()).contains("\"held\":false");
    assertThat(instance.get("actuator/health").body()).contains("UP");
  }

  private static HttpResponse<String> answer(RunningInstance instance, String answer) {
    return instance.post(GUARD, "{\"answer\":\"" + answer + "\"}");
  }

  private static String instanceId(RunningInstance instance) {
    return instance.bean(ThisInstance.class).id();
  }

  private static String leaveMail(RunningInstance instance) {
    Mail mail = new Mail(List.of("agent@example.com"), "Hardware", "It comes.", "test");
    return instance
        .bean(TransactionTemplate.class)
        .execute(status -> instance.bean(Mails.class).leave(mail));
  }

  private static String statusOf(RunningInstance instance, String incident) {
    return instance
        .records()
        .list(SYSTEM, "ih_sync_outbound_queue", Query.parse("local_record=" + incident), 0, 1)
        .stream()
        .findFirst()
        .map(entry -> entry.get("status"))
        .orElse("none");
  }

  private RunningInstance startCopy() {
    return start(databases.copy(database)).instance();
  }

  private StoppableInstance start(String url) {
    StoppableInstance instance =
        StoppableInstance.on(
            url,
            "copied" + SysId.next().substring(20),
            Map.of(
                "spring.mail.host", "localhost",
                "spring.mail.port", Integer.toString(MAIL_PORT),
                "process-sync.mail.poll-interval", "200ms"));
    started.add(instance);
    return instance;
  }

  private void stopAll() {
    started.forEach(StoppableInstance::close);
    started.clear();
  }
}
