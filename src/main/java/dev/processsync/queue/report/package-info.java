/** What is told of the queues: counts, ages, what was processed, the entries of a record. */
@NamedInterface("report")
@NullMarked
package dev.processsync.queue.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
