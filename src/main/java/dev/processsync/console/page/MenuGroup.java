package dev.processsync.console.page;

import java.util.List;

/**
 * Lines of the navigation under a common heading.
 *
 * @param label empty for lines that stand directly below their section
 */
record MenuGroup(String label, List<MenuItem> items) {}
