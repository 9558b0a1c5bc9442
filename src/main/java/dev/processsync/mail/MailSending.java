package dev.processsync.mail;

import dev.processsync.database.CopyGuard;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives mails to the mail server, each in a transaction that holds it. */
@Component
class MailSending {

  private static final Logger log = LoggerFactory.getLogger(MailSending.class);
  private static final int BATCH = 50;

  private final StoredMails mails;
  private final Records records;
  private final Optional<JavaMailSender> server;
  private final MailProperties properties;
  private final CopyGuard guard;
  private final TransactionTemplate transaction;

  MailSending(
      StoredMails mails,
      Records records,
      ObjectProvider<JavaMailSender> server,
      MailProperties properties,
      CopyGuard guard,
      PlatformTransactionManager transactions) {
    this.mails = mails;
    this.records = records;
    this.server = Optional.ofNullable(server.getIfAvailable());
    this.properties = properties;
    this.guard = guard;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Sends what is due. Without a mail server, or if this may be a copy, nothing is. */
  void send() {
    if (guard.objection().isPresent()) {
      return;
    }
    server.ifPresent(
        known ->
            mails
                .due(BATCH)
                .forEach(mail -> transaction.executeWithoutResult(status -> send(known, mail))));
  }

  /** Another node may have been faster: the lock shows. */
  private void send(JavaMailSender to, String sysId) {
    records
        .lock(Actor.system(), StoredMails.TABLE, sysId)
        .filter(mail -> mail.get("state").equals("ready"))
        .ifPresent(mail -> send(to, mail));
  }

  private void send(JavaMailSender to, TableRecord mail) {
    try {
      to.send(message(to, mail));
      mails.sent(mail);
    } catch (MailException | MessagingException e) {
      String reason = reason(e);
      int failures = StoredMails.failures(mail);
      log.warn("Mail {} could not be sent, try {}: {}", mail.sysId(), failures, reason);
      if (e instanceof AddressException || failures >= properties.tries()) {
        mails.failed(mail, reason);
      } else {
        mails.postponed(mail, reason, properties.pauseAfter(failures));
      }
    }
  }

  private MimeMessage message(JavaMailSender to, TableRecord mail) throws MessagingException {
    MimeMessage message = to.createMimeMessage();
    MimeMessageHelper parts = new MimeMessageHelper(message, "UTF-8");
    parts.setFrom(properties.from());
    parts.setTo(mail.get("recipients").split(", "));
    parts.setSubject(mail.get("subject"));
    parts.setText(mail.get("body"));
    return message;
  }

  /** What the mail server said is in the exceptions of the single messages. */
  private static String reason(Exception failure) {
    if (failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
      return String.valueOf(sending.getMessageExceptions()[0].getMessage());
    }
    return String.valueOf(failure.getMessage());
  }
}
