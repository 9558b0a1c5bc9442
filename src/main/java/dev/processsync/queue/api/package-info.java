/** Decisions of administrators about many queue records at once, over HTTP. */
@NullMarked
package dev.processsync.queue.api;

import org.jspecify.annotations.NullMarked;
