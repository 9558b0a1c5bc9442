package dev.processsync.mail;

import dev.processsync.problem.TableProblem;

/** Where mails are left to be sent. */
public interface Mails {

  /**
   * Leaves a mail, in the caller's transaction; it is sent after the commit, and tried again when
   * the mail server can't be reached.
   *
   * @return the mail's sys_id in {@code sys_email}
   * @throws TableProblem if the mail can't be: no recipients, or a text that is too long
   */
  String leave(Mail mail);
}
