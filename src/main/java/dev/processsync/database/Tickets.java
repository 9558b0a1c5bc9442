package dev.processsync.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Secrets that hold for minutes, which any node of this instance knows again though only their
 * digests are kept.
 */
@Component
@Transactional
@DependsOnDatabaseInitialization
public class Tickets {

  private static final int LONGEST = 200;

  private final DSLContext sql;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Tickets(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** A new one, which nobody can guess. */
  public String issue(String purpose, String subject, Duration life) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    keep(ticket, purpose, subject, life);
    return ticket;
  }

  /**
   * Keeps one that somebody else issued.
   *
   * @param subject a sys_id
   */
  public void keep(String ticket, String purpose, String subject, Duration life) {
    long now = clock.millis();
    sql.execute("delete from process_sync.ticket where expires_ms < ?", now);
    sql.execute(
        "insert into process_sync.ticket (digest, purpose, subject, expires_ms) values (?, ?, ?, ?)",
        digest(ticket),
        purpose,
        subject,
        now + life.toMillis());
  }

  /** Whether it was issued or kept for this, and still holds. */
  @Transactional(readOnly = true)
  public boolean holds(String ticket, String purpose, String subject) {
    return ticket.length() <= LONGEST
        && !sql.fetch(
                """
                select 1 from process_sync.ticket
                where digest = ? and purpose = ? and subject = ? and expires_ms >= ?
                """,
                digest(ticket),
                purpose,
                subject,
                clock.millis())
            .isEmpty();
  }

  private static String digest(String ticket) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(ticket.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
