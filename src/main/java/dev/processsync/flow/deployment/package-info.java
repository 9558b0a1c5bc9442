/**
 * What happens when a model is deployed, deleted or suspended, whichever way: who is told, and
 * which models stay.
 */
@NamedInterface("deployment")
@NullMarked
package dev.processsync.flow.deployment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
