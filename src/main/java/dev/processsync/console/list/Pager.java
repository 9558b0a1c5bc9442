package dev.processsync.console.list;

import dev.processsync.console.list.ListSource.Link;
import dev.processsync.console.list.Pages.Page;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which page of how many records this is, and where the others are.
 *
 * @param range {@code 21 to 40}, empty if unknown
 * @param total {@code 1,234}, {@code 10,000+}
 * @param count of all records, as far as they were counted
 * @param size how many records a page shows
 * @param sizes what else could be chosen
 */
record Pager(
    String range,
    String total,
    long count,
    int size,
    List<Integer> sizes,
    @Nullable Link first,
    @Nullable Link previous,
    @Nullable Link next,
    @Nullable Link last) {

  static Pager of(ListSource source, String query, Place place, Page page, int size) {
    int shown = page.records().size();
    long from = page.before() == null ? 1 : place.from();
    Link previous = null;
    Link next = null;
    if (page.before() != null) {
      long start = from == 0 ? 0 : Math.max(1, from - size);
      previous = source.link(query, new Place(Place.Kind.BEFORE, page.before(), start));
    }
    if (page.after() != null) {
      long start = from == 0 ? 0 : from + shown;
      next = source.link(query, new Place(Place.Kind.AFTER, page.after(), start));
    }
    long lastStart = Math.max(1, (page.total() - 1) / size * size + 1);
    return new Pager(
        from == 0 || shown == 0 ? "" : number(from) + " to " + number(from + shown - 1),
        number(page.total()),
        page.total(),
        size,
        ListColumns.SIZES,
        previous == null ? null : source.link(query, Place.FIRST),
        previous,
        next,
        next == null ? null : source.link(query, new Place(Place.Kind.LAST, "", lastStart)));
  }

  private static String number(long number) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
  }
}
