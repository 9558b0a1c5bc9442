/**
 * Mails that leave after the transaction that wrote them. Each at least once: only a node that is
 * killed between the mail server's answer and the commit that notes it sends a mail again.
 */
@ApplicationModule(
    allowedDependencies = {"database", "dictionary", "problem", "query", "record", "support"})
@NullMarked
package dev.processsync.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
