package dev.processsync.table;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Record numbers ({@code INC0010001}). They come from a database sequence: they count up and never
 * repeat, also from several nodes at once; a number whose record was not committed is not used
 * again.
 */
final class Numbers {

  private final DSLContext sql;

  Numbers(DSLContext sql) {
    this.sql = sql;
  }

  String next(Table table, Table.Numbering numbering) {
    Long number =
        sql.select(DSL.sequence(Columns.name(sequence(table)), SQLDataType.BIGINT).nextval())
            .fetchSingle()
            .value1();
    return numbering.format(number);
  }

  static String sequence(Table table) {
    return "number_of_" + table.name();
  }
}
