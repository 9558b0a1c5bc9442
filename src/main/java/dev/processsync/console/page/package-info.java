/** What every page has around it: header, navigation, login, errors. */
@NullMarked
package dev.processsync.console.page;

import org.jspecify.annotations.NullMarked;
