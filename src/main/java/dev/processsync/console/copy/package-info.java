/** The page on which an administrator says whether this database is a copy. */
@NullMarked
package dev.processsync.console.copy;

import org.jspecify.annotations.NullMarked;
