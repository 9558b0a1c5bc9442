package dev.processsync.console.page;

import java.util.List;

/**
 * What is around a page.
 *
 * @param instance the name of this instance
 * @param user who is logged in
 * @param favourites the pages that the user starred, in the user's order
 * @param history the records that the user looked at last, the last first
 * @param here the path of the page, to mark the line of the navigation that leads to it
 */
record Shell(
    String instance,
    String user,
    String here,
    List<Place> favourites,
    List<Place> history,
    List<MenuSection> sections) {

  public boolean isFavourite(String href) {
    return favourites.stream().anyMatch(place -> place.href().equals(href));
  }
}
