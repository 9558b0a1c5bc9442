/** Actions that tell people: mails, lines in the log. */
@NullMarked
package dev.processsync.flow.action.notification;

import org.jspecify.annotations.NullMarked;
