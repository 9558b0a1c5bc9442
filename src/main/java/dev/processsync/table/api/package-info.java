/** The Table API (reference, "The Table API, as existing clients expect it"): records over HTTP. */
@NullMarked
package dev.processsync.table.api;

import org.jspecify.annotations.NullMarked;
