package dev.processsync.console.page;

import java.util.List;

/**
 * What is around a page.
 *
 * @param instance the name of this instance
 * @param user who is logged in
 * @param here the path of the page, to mark the line of the navigation that leads to it
 */
record Shell(String instance, String user, String here, List<MenuSection> sections) {}
