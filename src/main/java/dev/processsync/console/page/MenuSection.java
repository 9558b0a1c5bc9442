package dev.processsync.console.page;

import java.util.List;

/**
 * An application of the navigation: {@code IntegrationHub}.
 *
 * @param icon of the sprite
 */
record MenuSection(String label, String icon, List<MenuGroup> groups) {}
