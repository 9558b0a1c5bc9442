/** How the engine is set up: what expressions see, what it stores, how it tries again. */
@NullMarked
package dev.processsync.flow.engine;

import org.jspecify.annotations.NullMarked;
