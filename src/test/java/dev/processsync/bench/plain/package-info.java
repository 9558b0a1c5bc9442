/** What the contenders without our product have in common: tables, a payload, HTTP. */
@NullMarked
package dev.processsync.bench.plain;

import org.jspecify.annotations.NullMarked;
