package dev.processsync.console.page;

import org.springframework.web.util.UriComponentsBuilder;

/** Where the list of a table is. */
public final class ListAddress {

  private ListAddress() {}

  /**
   * @param query an encoded query, empty for all records
   * @return a path, encoded
   */
  public static String of(String table, String query) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/console/list/").pathSegment(table);
    if (!query.isEmpty()) {
      address.queryParam("sysparm_query", "{query}");
    }
    return address.encode().buildAndExpand(query).toUriString();
  }
}
