package dev.processsync.mail;

import dev.processsync.support.ShortText;
import java.util.List;

/**
 * A mail in plain text.
 *
 * @param recipients e-mail addresses
 * @param subject one line, cut at 255 characters: what would break it is replaced by spaces
 * @param source who sends it, for whoever reads the table
 */
public record Mail(List<String> recipients, String subject, String body, String source) {

  private static final int LONGEST_SUBJECT = 255;

  public Mail {
    recipients = List.copyOf(recipients);
    subject = ShortText.of(subject.strip().replaceAll("\\p{Cntrl}+", " "), LONGEST_SUBJECT);
  }
}
