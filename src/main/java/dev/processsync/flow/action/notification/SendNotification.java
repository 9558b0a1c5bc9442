package dev.processsync.flow.action.notification;

import dev.processsync.flow.action.FlowNotes;
import dev.processsync.flow.action.RunAs;
import dev.processsync.flow.action.Step;
import dev.processsync.mail.Mail;
import dev.processsync.mail.Mails;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Send Notification: {@code to} (see {@link Recipients}), {@code subject} and {@code text} in;
 * {@code mail} (its sys_id in {@code sys_email}, null if nobody has an address) and {@code
 * error_message} out. The mail leaves after the flow is committed, so a flow that is undone or
 * tried again sends none, and one that waits for a mail server holds nothing up.
 */
@Component("sendNotification")
class SendNotification implements JavaDelegate {

  private final RunAs runAs;
  private final Recipients recipients;
  private final Mails mails;
  private final FlowNotes notes;

  SendNotification(RunAs runAs, Recipients recipients, Mails mails, FlowNotes notes) {
    this.runAs = runAs;
    this.recipients = recipients;
    this.mails = mails;
    this.notes = notes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    String to = step.text("to");
    String subject = step.text("subject");
    List<String> addresses = recipients.of(to, () -> runAs.of(step.remoteEvent()));
    step.put("mail", null).put("error_message", "");
    if (addresses.isEmpty()) {
      notes.warn(step, "Nobody was notified: none of '%s' has an e-mail address.".formatted(to));
      return;
    }
    step.put(
        "mail", mails.leave(new Mail(addresses, subject, step.optional("text"), step.title())));
  }
}
