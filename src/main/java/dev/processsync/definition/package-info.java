/**
 * What an administrator defines: process sync definitions, events, remote systems, captures, flow
 * bindings; with the rules of their tables, and as events need them, in memory.
 *
 * <p>A remote system is active only as it was validated: changing its External ID, alias or inbound
 * API user sets both states back to Disabled, on this side alone. A check that fails later leaves
 * the states as they are and says so in the field Reason.
 */
@ApplicationModule(
    allowedDependencies = {
      "change",
      "dictionary",
      "identity",
      "problem",
      "query",
      "record",
      "support"
    })
@NullMarked
package dev.processsync.definition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
