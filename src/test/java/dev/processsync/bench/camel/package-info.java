/** The peer: what a competent team would write with Apache Camel, a message at a time. */
@NullMarked
package dev.processsync.bench.camel;

import org.jspecify.annotations.NullMarked;
