package dev.processsync.console.list;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a list comes from: a page of its own or a related list within another page.
 *
 * @param page the path of the page that shows it
 * @param part the path of its fragment
 */
record ListSource(String page, String part) {

  static ListSource ofTable(String table) {
    String page = path("/console/list/", table);
    return new ListSource(page, page + "/part");
  }

  static ListSource related(String table, String field, String parent, String parentPage) {
    return new ListSource(parentPage, path("/console/related/", table, field, parent));
  }

  /** Two addresses of the same: the page for people, the fragment for scripts. */
  record Link(String page, String part) {}

  Link link(String query, Place place) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (!query.isEmpty()) {
      parameters.put("sysparm_query", query);
    }
    parameters.putAll(place.parameters());
    return new Link(address(page, parameters), address(part, parameters));
  }

  private static String path(String base, String... segments) {
    return UriComponentsBuilder.fromPath(base).pathSegment(segments).encode().toUriString();
  }

  /** The path is encoded already. */
  private static String address(String path, Map<String, String> parameters) {
    UriComponentsBuilder address = UriComponentsBuilder.newInstance();
    parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return path + address.encode().buildAndExpand(parameters).toUriString();
  }
}
