package dev.processsync.storage;

import java.util.HashSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * The indexes that are there, so that a start makes only those that are missing: PostgreSQL locks a
 * table even to find that an index exists, and other nodes are writing to it.
 */
public final class Indexes {

  private final Set<String> names;

  private Indexes(Set<String> names) {
    this.names = names;
  }

  /** As they are now; to be read while nobody else makes any. */
  public static Indexes existing(DSLContext sql) {
    boolean isPostgres = sql.family() == SQLDialect.POSTGRES;
    String schema = isPostgres ? "schemaname" : "index_schema";
    String name = isPostgres ? "indexname" : "index_name";
    String view = isPostgres ? "pg_catalog.pg_indexes" : "information_schema.indexes";
    return new Indexes(
        new HashSet<>(
            sql.select(DSL.field(name, String.class))
                .from(view)
                .where(DSL.field(schema, String.class).eq(Columns.SCHEMA))
                .fetch(row -> row.value1())));
  }

  public boolean has(String name) {
    return names.contains(name);
  }
}
