package dev.processsync.mail;

import dev.processsync.queue.PolledThreads;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for mails to send, from start to stop. */
@Component
class MailRounds implements SmartLifecycle {

  /** What the mail server is being told may be told to its end. */
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final MailSending sending;
  private final MailProperties properties;
  private volatile @Nullable PolledThreads threads;

  MailRounds(MailSending sending, MailProperties properties) {
    this.sending = sending;
    this.properties = properties;
  }

  @Override
  public void start() {
    threads = new PolledThreads("mail", 1, properties.pollInterval(), sending::send);
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
