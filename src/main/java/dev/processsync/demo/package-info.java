/**
 * The pair that shows the product: two instances as two processes, the tutorial played through
 * their public HTTP interface. Uses nothing of the other modules but what every user has.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.processsync.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
