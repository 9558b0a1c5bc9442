/** Deletes entries that have reached their age, while nobody works on them. */
@NamedInterface("purge")
@NullMarked
package dev.processsync.queue.purge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
