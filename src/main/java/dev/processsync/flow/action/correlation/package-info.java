/** Actions that find, make and switch correlations. */
@NullMarked
package dev.processsync.flow.action.correlation;

import org.jspecify.annotations.NullMarked;
