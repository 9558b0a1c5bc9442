/** Connections to the database, shared out by kind of work. */
@NullMarked
package dev.processsync.table.pool;

import org.jspecify.annotations.NullMarked;
