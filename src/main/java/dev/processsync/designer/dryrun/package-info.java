/**
 * Dry runs: what a draft or published subflow would do with a payload, step by step, on this
 * instance's real records and with its real actions, in a transaction that is undone.
 */
@NullMarked
package dev.processsync.designer.dryrun;

import org.jspecify.annotations.NullMarked;
