/**
 * Who works when: a lane is a part of the records, locked by whoever works it, so that each
 * record's entries keep their order.
 */
@NamedInterface("lane")
@NullMarked
package dev.processsync.queue.lane;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
