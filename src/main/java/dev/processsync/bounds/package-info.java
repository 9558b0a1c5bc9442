/**
 * What stands before every address: how large the body of a request may be, how long it may take,
 * how many one caller sends at the same time, and whether the caller is still there. Nothing of a
 * body is read into memory that its sender may not send.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.processsync.bounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
