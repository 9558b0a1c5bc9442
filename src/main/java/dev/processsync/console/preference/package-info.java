/** What each user chose for the console: columns, favourites, page sizes. */
@NullMarked
package dev.processsync.console.preference;

import org.jspecify.annotations.NullMarked;
