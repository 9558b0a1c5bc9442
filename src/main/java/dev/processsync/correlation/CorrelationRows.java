package dev.processsync.correlation;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;

import dev.processsync.support.FixedStatement;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * How correlations are stored, for statements that write one together with what depends on it. The
 * table itself comes from the dictionary.
 */
public final class CorrelationRows {

  private static final String NAME = "ih_sync_correlation";
  public static final Table<Record> TABLE = DSL.table(DSL.name("process_sync", NAME));

  static final Field<String> SYS_ID = text("sys_id");
  static final Field<String> LOCAL_ID = text("local_correlation_id");
  static final Field<String> REMOTE_ID = text("remote_correlation_id");
  static final Field<String> LOCAL_TABLE = text("local_table");
  static final Field<String> LOCAL_RECORD = text("local_record");
  static final Field<String> REMOTE_SYSTEM = text("remote_system");
  static final Field<String> STATE = text("state");
  static final Field<String> ENDED_BECAUSE = text("ended_because");
  static final Field<LocalDateTime> ENDED_ON = time("ended_on");
  static final Field<String> ENDED_BY = text("ended_by");
  static final Field<LocalDateTime> UPDATED = time("sys_updated_on");
  static final Field<Long> MOD_COUNT = DSL.field(DSL.name("sys_mod_count"), SQLDataType.BIGINT);
  private static final Field<String> CLASS = text("sys_class_name");
  private static final Field<LocalDateTime> CREATED = time("sys_created_on");
  private static final Field<String> CREATED_BY = text("sys_created_by");
  private static final Field<String> UPDATED_BY = text("sys_updated_by");

  /** Those of {@link #of}, in the same order. */
  public static final Set<Field<?>> COLUMNS =
      of(new Correlation("", "", "", "", "", "", true), LocalDateTime.MIN).keySet();

  private CorrelationRows() {}

  /** What is written of a new correlation. */
  public static Map<Field<?>, Object> of(Correlation correlation, LocalDateTime now) {
    Map<Field<?>, Object> row = new LinkedHashMap<>();
    row.put(SYS_ID, correlation.sysId());
    row.put(CLASS, NAME);
    row.put(LOCAL_ID, correlation.localCorrelationId());
    row.put(REMOTE_ID, correlation.remoteCorrelationId());
    row.put(LOCAL_TABLE, correlation.localTable());
    row.put(LOCAL_RECORD, correlation.localRecord());
    row.put(REMOTE_SYSTEM, correlation.remoteSystem());
    row.put(STATE, "active");
    row.put(CREATED, now);
    row.put(CREATED_BY, "system");
    row.put(UPDATED, now);
    row.put(UPDATED_BY, "system");
    row.put(MOD_COUNT, 0L);
    return row;
  }

  /** Inserts a row, of which it takes the values of {@link #of}. */
  public static Query inserting(DSLContext sql) {
    return sql.insertInto(TABLE)
        .columns(COLUMNS)
        .values(
            COLUMNS.stream()
                .map(column -> DSL.param(column.getName(), column.getDataType()))
                .toList());
  }

  /**
   * That there is an active correlation with these values: local record, remote system, local and
   * remote correlation id.
   */
  public static Condition isKnown() {
    return DSL.exists(
        ofRecord().and(LOCAL_ID.eq("")).and(REMOTE_ID.eq("")).and(STATE.eq(inline("active"))));
  }

  /** That there is no correlation with these values: local record, remote system. */
  public static Condition isFree() {
    return DSL.notExists(ofRecord());
  }

  private static SelectConditionStep<?> ofRecord() {
    return selectOne()
        .from(TABLE)
        .where(LOCAL_RECORD.eq(""))
        .and(FixedStatement.isUnindexed(REMOTE_SYSTEM));
  }

  private static Field<String> text(String column) {
    return DSL.field(DSL.name(column), SQLDataType.VARCHAR);
  }

  private static Field<LocalDateTime> time(String column) {
    return DSL.field(DSL.name(column), SQLDataType.LOCALDATETIME);
  }
}
