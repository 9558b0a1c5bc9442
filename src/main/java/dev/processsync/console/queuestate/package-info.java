/**
 * Outbound Queue State: how the remote systems are, what waits, what failed, how fast it goes.
 *
 * <p>Role {@code integration_admin} may read this page and no more, so its numbers, the remote
 * systems' names, states and reasons are read past the rights on their tables, in {@link
 * dev.processsync.console.queuestate.QueueStates} alone. Links lead only where the reader may go.
 */
@NullMarked
package dev.processsync.console.queuestate;

import org.jspecify.annotations.NullMarked;
