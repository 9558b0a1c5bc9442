package dev.processsync.console.list;

import dev.processsync.console.list.ListSource.Link;
import dev.processsync.console.list.QueryWords.Crumb;
import dev.processsync.console.list.Rows.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

/**
 * A list as its template needs it.
 *
 * @param query what is shown, encoded, with its order
 * @param conditions the same without order
 * @param parent for a related list the name of the field that leads to its parent, else empty
 * @param newHref where a new record is made, null if the user may not
 */
record ListView(
    Named table,
    Link here,
    String query,
    String conditions,
    String parent,
    List<ShownCrumb> crumbs,
    List<Heading> headings,
    List<Row> rows,
    Pager pager,
    Nothing nothing,
    @Nullable String newHref) {

  record Named(String name, String label, String plural, String icon) {}

  /** A condition of the filter; its link shows what meets it and all before it. */
  record ShownCrumb(String words, Link link) {}

  /**
   * @param sort {@code ascending}, {@code descending} or {@code none}
   * @param note what its values are measured in
   * @param link the same list, sorted by this column or, if it is, the other way round
   */
  record Heading(String name, String label, String note, boolean number, String sort, Link link) {}

  /** What to say when there is no record. */
  record Nothing(String icon, String title, String hint) {}

  /** The same for two lists that look the same. */
  public String fingerprint() {
    return DigestUtils.md5DigestAsHex(toString().getBytes(StandardCharsets.UTF_8));
  }

  /** As the preference keeps them. */
  public String columnNames() {
    return headings.stream().map(Heading::name).collect(Collectors.joining(","));
  }

  static ShownCrumb shown(Crumb crumb, ListSource source) {
    return new ShownCrumb(crumb.words(), source.link(crumb.query(), Place.FIRST));
  }
}
