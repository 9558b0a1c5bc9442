package dev.processsync.mail;

import dev.processsync.queue.PolledThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for mails to send and, now and then, to forget, from start to stop. */
@Component
class MailRounds implements SmartLifecycle {

  /** What the mail server is being told may be told to its end. */
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private static final Duration FORGET_EVERY = Duration.ofHours(1);

  private final MailSending sending;
  private final StoredMails mails;
  private final MailProperties properties;
  private final Clock clock;
  private Instant forgotten = Instant.EPOCH;
  private volatile @Nullable PolledThreads threads;

  MailRounds(MailSending sending, StoredMails mails, MailProperties properties, Clock clock) {
    this.sending = sending;
    this.mails = mails;
    this.properties = properties;
    this.clock = clock;
  }

  private void round() {
    sending.send();
    if (clock.instant().isAfter(forgotten.plus(FORGET_EVERY)) && !mails.forget(properties.keep())) {
      forgotten = clock.instant();
    }
  }

  @Override
  public void start() {
    threads = new PolledThreads("mail", 1, properties.pollInterval(), this::round);
  }

  @Override
  public void stop() {
    PolledThreads running = threads;
    threads = null;
    if (running != null) {
      running.finish(STOP_WITHIN);
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }
}
