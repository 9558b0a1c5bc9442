/**
 * What would go wrong in a subflow, told before it is published. A pill is tried on the very values
 * that a flow would have, so that both say the same.
 */
@NullMarked
package dev.processsync.designer.check;

import org.jspecify.annotations.NullMarked;
