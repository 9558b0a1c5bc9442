/**
 * What every request meets before and after the address that it asks for: parameters that can be
 * read, and a refusal in words, whoever refuses.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.processsync.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
