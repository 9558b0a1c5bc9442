package dev.processsync.mail;

import dev.processsync.support.PollingThread;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Looks for mails to send and, now and then, to forget, from start to stop. */
@Component
class MailRounds extends PollingThread {

  /** What the mail server is being told may be told to its end. */
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private static final Duration FORGET_EVERY = Duration.ofHours(1);

  private final MailSending sending;
  private final StoredMails mails;
  private final MailProperties properties;
  private final Clock clock;
  private Instant forgotten = Instant.EPOCH;

  MailRounds(MailSending sending, StoredMails mails, MailProperties properties, Clock clock) {
    super("mail", properties.pollInterval(), STOP_WITHIN);
    this.sending = sending;
    this.mails = mails;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  protected void round() {
    sending.send();
    if (clock.instant().isAfter(forgotten.plus(FORGET_EVERY)) && !mails.forget(properties.keep())) {
      forgotten = clock.instant();
    }
  }
}
