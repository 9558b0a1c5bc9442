/**
 * Tables and fields as an administrator describes them in files, and the values that records of
 * theirs have.
 */
@ApplicationModule(allowedDependencies = {"problem", "support"})
@NullMarked
package dev.processsync.dictionary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
