package dev.processsync.mail;

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
    subject = brief(subject.strip().replaceAll("\\p{Cntrl}+", " "), LONGEST_SUBJECT);
  }

  /** The text, cut if it is longer than a field holds. */
  static String brief(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
