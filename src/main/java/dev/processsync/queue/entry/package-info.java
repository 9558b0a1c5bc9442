/** What an entry is: its columns, its status, what may become of it; statements over entries. */
@NamedInterface("entry")
@NullMarked
package dev.processsync.queue.entry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
