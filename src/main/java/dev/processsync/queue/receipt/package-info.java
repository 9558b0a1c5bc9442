/** What each side says to the other of the messages that it got, and what of that is still open. */
@NamedInterface("receipt")
@NullMarked
package dev.processsync.queue.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
