/**
 * The properties of docs/configuration.md, "While it runs": rows of the table System Property that
 * administrators change while the instance runs.
 *
 * <p>Each has a start-time property of the same name, {@code process-sync.queue.batch-size} for
 * {@code process_sync.queue.batch_size}: it says with what the row is made at the first start, and
 * nothing after that.
 */
@ApplicationModule(allowedDependencies = {"database", "dictionary", "problem", "record", "support"})
@NullMarked
package dev.processsync.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
