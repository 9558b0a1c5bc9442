/**
 * What an administrator defines: process sync definitions, events, remote systems, captures, flow
 * bindings.
 *
 * <p>A remote system is active only as it was validated: changing its External ID, alias or inbound
 * API user sets both states back to Disabled, on this side alone. A check that fails later leaves
 * the states as they are and says so in the field Reason.
 */
@ApplicationModule(
    allowedDependencies = {"table", "table :: query", "identity", "connection", "web"})
@NullMarked
package dev.processsync.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
