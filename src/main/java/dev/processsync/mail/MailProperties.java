package dev.processsync.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent. The mail server is {@code spring.mail.*}; without {@code spring.mail.host}
 * mails stay Ready.
 *
 * @param from the sender's address
 * @param pollInterval how often a node looks for mails to send
 * @param tries after how many failed tries a mail becomes Failed
 * @param keep how long a mail stays in the table after it was sent or ignored
 */
@ConfigurationProperties("process-sync.mail")
record MailProperties(
    @DefaultValue("process-sync@localhost") String from,
    @DefaultValue("5s") Duration pollInterval,
    @DefaultValue("10") int tries,
    @DefaultValue("30d") Duration keep) {

  MailProperties {
    if (tries < 1) {
      throw new IllegalArgumentException("process-sync.mail.tries must be 1 or more, not " + tries);
    }
  }

  /** 1 minute after the first failed try, then twice as long each time, at most an hour. */
  Duration pauseAfter(int failedTries) {
    return Duration.ofMinutes(Math.min(60, 1L << Math.min(failedTries - 1, 6)));
  }
}
