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
 * @param range {@code 21 to 40}, or {@code 20} where nobody counted what is before
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
    long from = from(place, page, shown);
    boolean isFirst = page.before().isEmpty();
    boolean isLast = page.after().isEmpty();
    long back = from == 0 ? 0 : Math.max(1, from - size);
    long on = from == 0 ? 0 : from + shown;
    return new Pager(
        range(from, shown),
        page.isCounted() ? number(page.total()) : number(Pages.MOST_COUNTED) + "+",
        page.total(),
        size,
        ListColumns.SIZES,
        isFirst ? null : source.link(query, Place.FIRST),
        isFirst ? null : source.link(query, new Place(Place.Kind.BEFORE, page.before(), back)),
        isLast ? null : source.link(query, new Place(Place.Kind.AFTER, page.after(), on)),
        isLast ? null : source.link(query, new Place(Place.Kind.LAST, "", 0)));
  }

  /** The number of the first record, 0 if unknown. */
  private static long from(Place place, Page page, int shown) {
    if (page.before().isEmpty()) {
      return 1;
    }
    if (page.after().isEmpty()) {
      return page.isCounted() ? page.total() - shown + 1 : 0;
    }
    return place.from();
  }

  private static String range(long from, int shown) {
    return from == 0 ? number(shown) : number(from) + " to " + number(from + shown - 1);
  }

  private static String number(long number) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
  }
}
