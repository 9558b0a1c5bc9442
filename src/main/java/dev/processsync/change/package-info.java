/**
 * Who changed which field when, and what is to become of a field that two sides changed before they
 * heard of each other (docs/reference.md, "When both sides change a record").
 */
@ApplicationModule(allowedDependencies = {"database", "support"})
@NullMarked
package dev.processsync.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
