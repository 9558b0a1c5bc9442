/**
 * The actions that models consist of (reference, "Template subflows and actions"). Bean names are
 * public API: users copy templates.
 */
@NullMarked
package dev.processsync.flow.action;

import org.jspecify.annotations.NullMarked;
