/** The payload of an event, as actions and mappings see it (docs/reference.md, "Payload"). */
@NamedInterface("payload")
@NullMarked
package dev.processsync.flow.payload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
