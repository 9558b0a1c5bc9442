/**
 * The kit with which users test their subflows: a JUnit Jupiter extension that runs one on the real
 * engine, with the real actions, on real records in memory. What its queue entry, the outbox and
 * the definitions would say is remembered; no instance is started.
 *
 * <p>Begin with {@link dev.processsync.testing.SubflowExtension}.
 */
@NullMarked
package dev.processsync.testing;

import org.jspecify.annotations.NullMarked;
