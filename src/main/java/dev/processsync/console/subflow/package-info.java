/** The Flow Designer: the list of subflows, and the page where one is drawn. */
@NullMarked
package dev.processsync.console.subflow;

import org.jspecify.annotations.NullMarked;
