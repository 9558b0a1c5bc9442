/** What the databases and HTTP allow: the same SQL in batches, without engine and framework. */
@NullMarked
package dev.processsync.bench.floor;

import org.jspecify.annotations.NullMarked;
