/** What expressions of a model see, and what becomes of what they say. */
@NamedInterface("expression")
@NullMarked
package dev.processsync.flow.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
