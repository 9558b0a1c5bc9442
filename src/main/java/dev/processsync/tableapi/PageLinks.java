package dev.processsync.tableapi;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The {@code Link} header: where the first, previous, next and last page of a list are. Each
 * repeats the query; where all four would be too long for a header, only the next is told, which
 * nobody can do without.
 *
 * @param url of the list, without parameters
 */
record PageLinks(String url, MultiValueMap<String, String> parameters, ListOptions options) {

  /** What servers and proxies between take. */
  private static final int MOST_CHARACTERS = 4_000;

  /**
   * @param total how many records there are in all
   */
  String ofTotal(long total) {
    boolean more = (long) options.offset() + options.limit() < total;
    return links(more, link("last", total == 0 ? 0 : (total - 1) / step() * step()));
  }

  /** Without a count, a full page is taken for one that has a next. */
  String ofUncounted(int shown) {
    return links(shown == options.limit(), "");
  }

  /** A page of no records has no next: it would be the same. */
  private String links(boolean more, String last) {
    String next =
        more && options.limit() > 0 ? link("next", (long) options.offset() + options.limit()) : "";
    List<String> all = new ArrayList<>();
    all.add(link("first", 0));
    if (options.offset() > 0) {
      all.add(link("prev", Math.max(0, options.offset() - options.limit())));
    }
    all.add(next);
    all.add(last);
    all.removeIf(String::isEmpty);
    String joined = String.join(",", all);
    return joined.length() <= MOST_CHARACTERS ? joined : next;
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
