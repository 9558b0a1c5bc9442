/**
 * The conflict inbox: what waits for a person because both sides changed it, record by record. It
 * is for those who may write conflicts; values of a record are shown to nobody who may not read it.
 */
@NullMarked
package dev.processsync.console.conflict;

import org.jspecify.annotations.NullMarked;
