/** The first page: what needs this user's attention, and what to do next. */
@NullMarked
package dev.processsync.console.home;

import org.jspecify.annotations.NullMarked;
