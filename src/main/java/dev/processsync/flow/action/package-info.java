/**
 * What all actions that models consist of have in common (docs/reference.md, "Flows"), and those
 * that are about the event itself. Bean names are public API: users copy templates.
 */
@NamedInterface("action")
@NullMarked
package dev.processsync.flow.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
