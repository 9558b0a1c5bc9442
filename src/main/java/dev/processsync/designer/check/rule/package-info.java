/** Each kind of mistake that a subflow can have, a rule of its own. */
@NullMarked
package dev.processsync.designer.check.rule;

import org.jspecify.annotations.NullMarked;
