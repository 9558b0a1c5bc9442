/** People at a real browser, for tests of the console. */
@NullMarked
package dev.processsync.browser;

import org.jspecify.annotations.NullMarked;
