/** Actions that create, update and look up records, as the run-as user. */
@NullMarked
package dev.processsync.flow.action.record;

import org.jspecify.annotations.NullMarked;
