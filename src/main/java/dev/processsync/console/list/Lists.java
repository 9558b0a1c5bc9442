package dev.processsync.console.list;

import dev.processsync.console.list.ListView.Heading;
import dev.processsync.console.list.ListView.Named;
import dev.processsync.console.list.Pages.Page;
import dev.processsync.console.page.RecordAddress;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.query.FieldPath;
import dev.processsync.query.Order;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes lists: of a table's page, or related to a record. */
@Service
class Lists {

  private final Dictionary dictionary;
  private final ListColumns columns;
  private final Pages pages;
  private final Rows rows;
  private final QueryWords words;

  Lists(Dictionary dictionary, ListColumns columns, Pages pages, Rows rows, QueryWords words) {
    this.dictionary = dictionary;
    this.columns = columns;
    this.pages = pages;
    this.rows = rows;
    this.words = words;
  }

  /** The list of a table. */
  ListView of(Actor actor, Table table, Query query, Place place) {
    ListSource source = ListSource.ofTable(table.name());
    String from = source.link(query.encoded(), Place.FIRST).page();
    String newHref = newHref(actor, table, Presets.of(table, query), from);
    Fill fill = new Fill(table, source, query, query, columns.of(actor, table), place);
    return fill(actor, fill, "", newHref);
  }

  /** The records of a table that refer to another by one of its fields. */
  ListView related(Actor actor, Table table, Field field, String parent, Query query, Place place) {
    String parentTable = String.valueOf(field.reference());
    String parentPage = RecordAddress.of(parentTable, parent);
    ListSource source = ListSource.related(table.name(), field.name(), parent, parentPage);
    String newHref = newHref(actor, table, Map.of(field.name(), parent), parentPage);
    List<Field> shown =
        columns.of(actor, table).stream().filter(column -> !column.equals(field)).toList();
    Query meant = Query.equal(field.name(), parent).and(query);
    return fill(actor, new Fill(table, source, query, meant, shown, place), field.name(), newHref);
  }

  /**
   * @param query as it is in addresses
   * @param meant with what the place of the list adds
   */
  private record Fill(
      Table table, ListSource source, Query query, Query meant, List<Field> columns, Place place) {}

  private ListView fill(Actor actor, Fill fill, String parent, @Nullable String newHref) {
    Table table = fill.table;
    Query query = fill.query;
    Query ordered = ordered(table, fill.meant);
    int size = columns.size(actor);
    Page page = pages.of(actor, table, ordered, fill.place, size, needed(table, fill.columns));
    Query conditions = new Query(query.alternatives(), List.of());
    boolean isFiltered = !query.alternatives().isEmpty();
    return new ListView(
        new Named(table.name(), table.label(), table.plural(), TableLooks.icon(table)),
        fill.source.link(query.encoded(), fill.place),
        query.encoded(),
        conditions.encoded(),
        parent,
        words.crumbs(actor, table, query).stream()
            .map(crumb -> ListView.shown(crumb, fill.source))
            .toList(),
        fill.columns.stream()
            .map(column -> heading(fill.source, conditions, ordered, column))
            .toList(),
        rows.of(actor, page.records(), fill.columns),
        Pager.of(fill.source, query.encoded(), fill.place, page, size),
        isFiltered ? TableLooks.nothingMeets(table) : TableLooks.nothingYet(table, newHref != null),
        newHref);
  }

  private static @Nullable String newHref(
      Actor actor, Table table, Map<String, String> presets, String from) {
    return actor.hasAnyOf(table.access().create()) && TableLooks.isMadeByPeople(table)
        ? RecordAddress.ofNew(table.name(), presets, from)
        : null;
  }

  private static Heading heading(ListSource source, Query conditions, Query ordered, Field column) {
    Order first = ordered.order().get(0);
    boolean isFirst = first.field().toString().equals(column.name());
    String sort = !isFirst ? "none" : first.descending() ? "descending" : "ascending";
    Order other = new Order(FieldPath.of(column.name()), sort.equals("ascending"));
    Query sorted = new Query(conditions.alternatives(), List.of(other));
    return new Heading(
        column.name(),
        column.label(),
        column.type() == FieldType.DATE_TIME ? "UTC" : "",
        column.type() == FieldType.INTEGER && column.choices().isEmpty(),
        sort,
        source.link(sorted.encoded(), Place.FIRST));
  }

  private static Set<String> needed(Table table, List<Field> columns) {
    Set<String> needed = new HashSet<>(Set.of("sys_id", "sys_mod_count"));
    columns.forEach(column -> needed.add(column.name()));
    if (needed.contains(Documents.RECORD) && table.field(Documents.TABLE).isPresent()) {
      needed.add(Documents.TABLE);
    }
    return needed;
  }

  /** The query with the list's own order if it has none. */
  static Query ordered(Table table, Query query) {
    return query.order().isEmpty() ? query.and(Query.parse(ListDefaults.order(table))) : query;
  }

  /** The table, if there is such a one. */
  Table table(String name) {
    return dictionary.require(name);
  }
}
