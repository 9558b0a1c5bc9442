/**
 * Records with their rights and rules: whoever reads or writes one, a person, a program or a flow,
 * comes through {@link dev.processsync.record.Records}. Each change is told in its transaction.
 */
@ApplicationModule(
    allowedDependencies = {
      "change",
      "database",
      "dictionary",
      "problem",
      "query",
      "storage",
      "support",
      "transaction",
      "web"
    })
@NullMarked
package dev.processsync.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
