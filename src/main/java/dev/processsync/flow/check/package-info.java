/**
 * What would go wrong in a subflow, told before it is published: each kind of mistake is a {@link
 * dev.processsync.flow.check.Rule} of its own. A pill is tried on the very values that a flow would
 * have, so that both say the same.
 */
@NullMarked
package dev.processsync.flow.check;

import org.jspecify.annotations.NullMarked;
