/**
 * Small general parts that several rooms need and none is about: texts of a bounded length, what
 * databases refuse in words, memory that follows commits, threads that look for work again and
 * again.
 */
@ApplicationModule(allowedDependencies = {"transaction"})
@NullMarked
package dev.processsync.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
