package dev.processsync.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import dev.processsync.ApiClient;
import dev.processsync.InstanceTest;
import dev.processsync.MovableClock;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails to a mail server that is there, is away, and comes back. */
@InstanceTest
@Import(MailTest.OwnTime.class)
class MailTest {

  private static final int PORT = TestSocketUtils.findAvailableTcpPort();

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(PORT, "localhost", "smtp"))
          .withPerMethodLifecycle(false);

  @TestConfiguration
  static class OwnTime {
    @Bean
    @Primary
    MovableClock movableClock() {
      return new MovableClock(Instant.parse("2024-02-01T12:00:00Z"));
    }
  }

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry properties) {
    properties.add("spring.mail.host", () -> "localhost");
    properties.add("spring.mail.port", () -> PORT);
    properties.add("process-sync.mail.from", () -> "sync@example.com");
    properties.add("process-sync.mail.poll-interval", () -> "100ms");
    properties.add("process-sync.mail.tries", () -> "2");
  }

  @Autowired private Mails mails;
  @Autowired private Records records;
  @Autowired private TransactionTemplate transaction;
  @Autowired private MovableClock clock;

  private final ApiClient admin;

  MailTest(@LocalServerPort int port) {
    this.admin = ApiClient.admin(port);
  }

  @Test
  void leavesWhenItsTransactionIsCommitted() throws Exception {
    transaction.executeWithoutResult(
        status -> {
          mails.leave(mail("Undone"));
          status.setRollbackOnly();
        });
    String sent = leave("Hardware is on its way");

    awaitState(sent, "sent");

    List<MimeMessage> received = received();
    assertThat(received).extracting(Message::getSubject).doesNotContain("Undone");
    MimeMessage last = received.get(received.size() - 1);
    assertThat(last.getSubject()).isEqualTo("Hardware is on its way");
    assertThat(last.getFrom()).extracting(Object::toString).containsExactly("sync@example.com");
    assertThat(last.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("one@example.com", "two@example.com");
    assertThat(read(sent).get("sent")).startsWith("2024-0");
  }

  @Test
  void waitsForAMailServerThatIsAwayAndIsFailedAfterTheLastTry() {
    SERVER.stop();
    String mail = leave("Patience");
    await().untilAsserted(() -> assertThat(read(mail).get("tries")).isEqualTo("1"));
    assertThat(read(mail).get("state")).isEqualTo("ready");
    assertThat(read(mail).get("next_try"))
        .isEqualTo(LocalDateTime.now(clock).plusMinutes(1).format(FieldValue.DATE_TIME));
    assertThat(read(mail).get("error_info")).contains("localhost");

    clock.advance(Duration.ofMinutes(1));
    awaitState(mail, "failed");

    SERVER.start();
    assertThat(admin.patch("/api/now/table/sys_email/" + mail, "{\"state\":\"ready\"}").status())
        .isEqualTo(200);
    awaitState(mail, "sent");
    assertThat(admin.patch("/api/now/table/sys_email/" + mail, "{\"state\":\"ready\"}").detail())
        .contains("A mail that is sent can't become ready");
  }

  @Test
  void isFailedAtOnceIfAnAddressIsNone() {
    String mail =
        Objects.requireNonNull(
            transaction.execute(
                status ->
                    mails.leave(
                        new Mail(List.of("one..two@@example"), "Nowhere", "Hello", "a test"))));

    awaitState(mail, "failed");

    assertThat(read(mail).get("tries")).isEqualTo("1");
    assertThat(read(mail).get("error_info")).isNotEmpty();
  }

  @Test
  void isForgottenAMonthAfterItWasSent() {
    String mail = leave("Once upon a time");
    awaitState(mail, "sent");

    clock.advance(Duration.ofDays(31));

    await()
        .untilAsserted(
            () -> assertThat(records.find(Actor.system(), StoredMails.TABLE, mail)).isEmpty());
  }

  @Test
  void isWrittenByFlowsAlone() {
    assertThat(
            admin
                .post(
                    "/api/now/table/sys_email",
                    "{\"recipients\":\"a@example.com\",\"subject\":\"Hello\"}")
                .detail())
        .contains("is read-only");
  }

  private String leave(String subject) {
    return Objects.requireNonNull(transaction.execute(status -> mails.leave(mail(subject))));
  }

  private static Mail mail(String subject) {
    return new Mail(
        List.of("one@example.com", "two@example.com"), subject, "Good morning", "a test");
  }

  private void awaitState(String mail, String state) {
    await().untilAsserted(() -> assertThat(read(mail).get("state")).isEqualTo(state));
  }

  private TableRecord read(String mail) {
    return records.get(Actor.system(), StoredMails.TABLE, mail);
  }

  private static List<MimeMessage> received() {
    return List.of(SERVER.getReceivedMessages());
  }
}
