package dev.processsync.table.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The {@code Link} header: where the first, previous, next and last page of a list are.
 *
 * @param url of the list, without parameters
 */
record PageLinks(String url, MultiValueMap<String, String> parameters, ListOptions options) {

  /**
   * @param total how many records there are in all
   */
  String ofTotal(long total) {
    List<String> links = aroundHere();
    if ((long) options.offset() + options.limit() < total) {
      links.add(link("next", (long) options.offset() + options.limit()));
    }
    links.add(link("last", total == 0 ? 0 : (total - 1) / step() * step()));
    return String.join(",", links);
  }

  /** Without a count, a full page is taken for one that has a next. */
  String ofUncounted(int shown) {
    List<String> links = aroundHere();
    if (shown > 0 && shown == options.limit()) {
      links.add(link("next", (long) options.offset() + options.limit()));
    }
    return String.join(",", links);
  }

  private List<String> aroundHere() {
    List<String> links = new ArrayList<>();
    links.add(link("first", 0));
    if (options.offset() > 0) {
      links.add(link("prev", Math.max(0, options.offset() - options.limit())));
    }
    return links;
  }

  private int step() {
    return Math.max(1, options.limit());
  }

  private String link(String relation, long offset) {
    UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(url);
    parameters.forEach(
        (name, values) -> values.forEach(value -> uri.queryParam(encode(name), encode(value))));
    uri.replaceQueryParam("sysparm_limit", options.limit());
    uri.replaceQueryParam("sysparm_offset", offset);
    return "<%s>;rel=\"%s\"".formatted(uri.build(true).toUriString(), relation);
  }

  private static String encode(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
