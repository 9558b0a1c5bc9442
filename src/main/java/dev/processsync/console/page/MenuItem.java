package dev.processsync.console.page;

import dev.processsync.record.Actor;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A line of the navigation.
 *
 * @param label as the tutorial writes it
 * @param href a path of this instance
 * @param allows whose navigation has it; the page behind it checks again
 */
record MenuItem(String label, String href, Predicate<Actor> allows) {

  /** A page that one of these roles is needed for; {@code admin} always may. */
  static MenuItem forRoles(String label, String href, String... roles) {
    Set<String> wanted = Set.of(roles);
    return new MenuItem(label, href, actor -> actor.hasAnyOf(wanted));
  }
}
