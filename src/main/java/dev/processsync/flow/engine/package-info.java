/** How the engine is set up: what it stores, how it tries again, how long a flow may run. */
@NamedInterface("engine")
@NullMarked
package dev.processsync.flow.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
