/** The payload of an event, as actions and mappings see it (reference, "Payload"). */
@NullMarked
package dev.processsync.flow.payload;

import org.jspecify.annotations.NullMarked;
