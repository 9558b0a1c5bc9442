/**
 * What a record's remote systems got and sent.
 *
 * <p>Two kinds of people look at it. Who may read the queues (role {@code ih_process_sync}) sees
 * their entries: ids, errors, payloads, links. Everybody else who may read the record, and is no
 * external user, sees a narrow part of the same entries: which remote system, which way, which
 * event, how it went, when. An agent who asks "has the vendor got it?" needs no more, and errors,
 * payloads and ids may tell what the agent may not read. That part is read past the rights on
 * queues and correlations, in {@link dev.processsync.console.follow.Timelines} alone, after the
 * record itself was read with the agent's rights.
 */
@NullMarked
package dev.processsync.console.follow;

import org.jspecify.annotations.NullMarked;
