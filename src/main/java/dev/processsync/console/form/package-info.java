/** Record pages: a record's form, what belongs to it, what can be done with it. */
@NullMarked
package dev.processsync.console.form;

import org.jspecify.annotations.NullMarked;
