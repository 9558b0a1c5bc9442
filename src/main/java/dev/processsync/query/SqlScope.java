package dev.processsync.query;

import dev.processsync.dictionary.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The tables of one statement: the queried one and a left join for each distinct dot-walk. */
final class SqlScope {

  private final Map<String, String> aliases = new LinkedHashMap<>();
  private Table<Record> from;

  SqlScope(dev.processsync.dictionary.Table table) {
    from = aliased(table.name(), SqlSelection.ALIAS);
  }

  /** What to select from, with the joins that columns asked for. */
  Table<Record> from() {
    return from;
  }

  /** The column at the end of a walk, joined if need be. */
  @SuppressWarnings("unchecked") // the type is known to the walk, not to the compiler
  <T> org.jooq.Field<T> column(Walk walk) {
    String alias = SqlSelection.ALIAS;
    String path = "";
    for (Field hop : walk.hops()) {
      path += "." + hop.name();
      String known = aliases.get(path);
      alias = known != null ? known : join(path, alias, hop);
    }
    return (org.jooq.Field<T>) DSL.field(DSL.name(alias, walk.field().name()), walk.dataType());
  }

  /** The column as comparisons see it: {@link Walk#key} in SQL. */
  org.jooq.Field<?> key(Walk walk) {
    return switch (walk.kind()) {
      case TEXT -> text(walk);
      case TRUTH -> DSL.coalesce(this.<Boolean>column(walk), DSL.inline(false));
      case NUMBER, MOMENT -> column(walk);
    };
  }

  org.jooq.Field<String> text(Walk walk) {
    org.jooq.Field<String> column = column(walk);
    return walk.ignoresCase() ? DSL.lower(column) : column;
  }

  /** {@link #key}, sorted by code point and not by a database's language. */
  org.jooq.Field<?> sorted(Walk walk) {
    return walk.kind() == Walk.Kind.TEXT ? byCodePoint(text(walk)) : key(walk);
  }

  /** {@link #sorted}, but a long text by its beginning alone, so that a place in it stays small. */
  org.jooq.Field<?> sortedBriefly(Walk walk) {
    if (walk.kind() == Walk.Kind.TEXT && walk.field().length() > SqlKeyset.MOST_TEXT) {
      return byCodePoint(DSL.left(text(walk), SqlKeyset.MOST_TEXT));
    }
    return sorted(walk);
  }

  private static org.jooq.Field<String> byCodePoint(org.jooq.Field<String> text) {
    return CustomField.of(
        "by_code_point",
        SQLDataType.VARCHAR,
        context -> {
          context.visit(text);
          if (context.family() == SQLDialect.POSTGRES) {
            context.sql(" collate \"C\"");
          }
        });
  }

  private String join(String path, String parent, Field hop) {
    String alias = "j" + (aliases.size() + 1);
    aliases.put(path, alias);
    from =
        from.leftJoin(aliased(Walk.target(hop), alias))
            .on(
                DSL.field(DSL.name(alias, "sys_id"), SQLDataType.VARCHAR)
                    .eq(DSL.field(DSL.name(parent, hop.name()), SQLDataType.VARCHAR)));
    return alias;
  }

  private static Table<Record> aliased(String table, String alias) {
    return DSL.table(DSL.name(SqlSelection.SCHEMA, table)).as(DSL.name(alias));
  }
}
