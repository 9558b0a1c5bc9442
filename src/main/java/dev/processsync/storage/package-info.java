/**
 * Where records are kept: the columns and indexes of a table, rows in and out, pages of them. Knows
 * no rights and no rules.
 */
@ApplicationModule(
    allowedDependencies = {"dictionary", "problem", "query", "support", "transaction"})
@NullMarked
package dev.processsync.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
