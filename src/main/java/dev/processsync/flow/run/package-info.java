/** Runs the subflows of entries: at once in their turn, or handed over to the engine. */
@NamedInterface("run")
@NullMarked
package dev.processsync.flow.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
