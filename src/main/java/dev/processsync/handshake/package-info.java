/**
 * Validate and Activate: two instances find out in both directions whether they can work together,
 * and tell each other what they send. Also what one asks the other later, such as a sample.
 */
@ApplicationModule(
    allowedDependencies = {
      "change",
      "connection",
      "database",
      "definition",
      "dictionary",
      "identity",
      "payload",
      "problem",
      "record",
      "support"
    })
@NullMarked
package dev.processsync.handshake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
