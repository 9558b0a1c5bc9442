/**
 * What a model may contain: deploying one must not be running code (docs/architecture.md). Whatever
 * is not known to be harmless is refused. Policy and engine read the same tree.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.processsync.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
