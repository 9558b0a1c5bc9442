/** Which fields a table's form has, in which order, and how each is filled in. */
@NullMarked
package dev.processsync.console.form.schema;

import org.jspecify.annotations.NullMarked;
