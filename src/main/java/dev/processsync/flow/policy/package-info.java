/**
 * What a model may contain: deploying one must not be running code (docs/architecture.md). Whatever
 * is not known to be harmless is refused.
 */
@NullMarked
package dev.processsync.flow.policy;

import org.jspecify.annotations.NullMarked;
