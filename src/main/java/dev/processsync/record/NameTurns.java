package dev.processsync.record;

import dev.processsync.dictionary.Table;
import dev.processsync.storage.Columns;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Has those who give records of a table the same name do so one after the other: an index finds
 * names that are written alike, and no others. What was called alike before stays as it is.
 */
final class NameTurns {

  private static final int SLOTS = 64;

  private final DSLContext sql;

  NameTurns(DSLContext sql) {
    this.sql = sql;
  }

  /** Waits for whoever is giving such names, and holds others up until the transaction ends. */
  void take(Table table, Collection<String> names) {
    String compared =
        names.stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("\n"));
    int slot = Math.floorMod((table.name() + "\n" + compared).hashCode(), SLOTS);
    sql.selectOne()
        .from(DSL.table(Columns.name("name_turn")))
        .where(DSL.field(DSL.name("slot"), SQLDataType.INTEGER).eq(slot))
        .forUpdate()
        .fetch();
  }
}
