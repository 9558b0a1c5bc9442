/** Lists of records: columns, order, filter, pages, decisions about many. */
@NullMarked
package dev.processsync.console.list;

import org.jspecify.annotations.NullMarked;
