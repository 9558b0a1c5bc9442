/** Runs subflows for outbound and inbound: at once, or handed over to the engine. */
@NamedInterface("run")
@NullMarked
package dev.processsync.flow.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
