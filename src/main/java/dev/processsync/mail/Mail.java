package dev.processsync.mail;

import java.util.List;

/**
 * A mail in plain text.
 *
 * @param recipients e-mail addresses
 * @param subject one line: what would break it is replaced by spaces
 * @param source who sends it, for whoever reads the table
 */
public record Mail(List<String> recipients, String subject, String body, String source) {

  public Mail {
    recipients = List.copyOf(recipients);
    subject = subject.strip().replaceAll("\\p{Cntrl}+", " ");
  }
}
