package dev.processsync.correlation;

import dev.processsync.table.RecordConflict;
import dev.processsync.table.SysId;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Correlations by direct statements: every event that passes reads one, so each method costs one or
 * two.
 */
@Repository
@Transactional
class CorrelationStore implements Correlations {

  private static final String NAME = "ih_sync_correlation";
  private static final Table<Record> TABLE = DSL.table(DSL.name("process_sync", NAME));
  private static final Field<String> SYS_ID = text("sys_id");
  private static final Field<String> LOCAL_ID = text("local_correlation_id");
  private static final Field<String> REMOTE_ID = text("remote_correlation_id");
  private static final Field<String> LOCAL_TABLE = text("local_table");
  private static final Field<String> LOCAL_RECORD = text("local_record");
  private static final Field<String> REMOTE_SYSTEM = text("remote_system");
  private static final Field<String> STATE = text("state");
  private static final Field<LocalDateTime> CREATED = time("sys_created_on");
  private static final Field<LocalDateTime> UPDATED = time("sys_updated_on");
  private static final Field<Long> MOD_COUNT =
      DSL.field(DSL.name("sys_mod_count"), SQLDataType.BIGINT);

  private final DSLContext sql;
  private final Clock clock;

  CorrelationStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Correlation> findByLocalRecord(String remoteSystem, String localRecord) {
    return find(REMOTE_SYSTEM.eq(remoteSystem).and(LOCAL_RECORD.eq(localRecord)));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Correlation> findByLocalCorrelationId(
      String remoteSystem, String localCorrelationId) {
    return find(REMOTE_SYSTEM.eq(remoteSystem).and(LOCAL_ID.eq(localCorrelationId)));
  }

  @Override
  public Correlation mint(String remoteSystem, String localTable, String localRecord) {
    return findByLocalRecord(remoteSystem, localRecord)
        .orElseGet(
            () ->
                insert(
                    new Correlation(
                        SysId.next(),
                        SysId.next(),
                        SysId.next(),
                        localTable,
                        localRecord,
                        remoteSystem,
                        true)));
  }

  @Override
  public Correlation create(
      String remoteSystem,
      String localCorrelationId,
      String remoteCorrelationId,
      String localTable,
      String localRecord) {
    requireFree(
        findByLocalRecord(remoteSystem, localRecord), localTable + " " + localRecord, remoteSystem);
    requireFree(
        findByLocalCorrelationId(remoteSystem, localCorrelationId),
        "Local correlation id " + localCorrelationId,
        remoteSystem);
    return insert(
        new Correlation(
            SysId.next(),
            localCorrelationId,
            remoteCorrelationId,
            localTable,
            localRecord,
            remoteSystem,
            true));
  }

  @Override
  public Correlation setActive(Correlation correlation, boolean active) {
    sql.update(TABLE)
        .set(STATE, active ? "active" : "inactive")
        .set(UPDATED, now())
        .set(MOD_COUNT, MOD_COUNT.plus(1))
        .where(SYS_ID.eq(correlation.sysId()))
        .execute();
    return new Correlation(
        correlation.sysId(),
        correlation.localCorrelationId(),
        correlation.remoteCorrelationId(),
        correlation.localTable(),
        correlation.localRecord(),
        correlation.remoteSystem(),
        active);
  }

  private static void requireFree(
      Optional<Correlation> existing, String what, String remoteSystem) {
    existing.ifPresent(
        other -> {
          throw new RecordConflict(
              "%s is correlated with remote system %s already, by correlation %s."
                  .formatted(what, remoteSystem, other.sysId()));
        });
  }

  private Correlation insert(Correlation correlation) {
    LocalDateTime now = now();
    sql.insertInto(TABLE)
        .set(SYS_ID, correlation.sysId())
        .set(text("sys_class_name"), NAME)
        .set(LOCAL_ID, correlation.localCorrelationId())
        .set(REMOTE_ID, correlation.remoteCorrelationId())
        .set(LOCAL_TABLE, correlation.localTable())
        .set(LOCAL_RECORD, correlation.localRecord())
        .set(REMOTE_SYSTEM, correlation.remoteSystem())
        .set(STATE, "active")
        .set(CREATED, now)
        .set(text("sys_created_by"), "system")
        .set(UPDATED, now)
        .set(text("sys_updated_by"), "system")
        .set(MOD_COUNT, 0L)
        .execute();
    return correlation;
  }

  private Optional<Correlation> find(Condition condition) {
    return sql.select(SYS_ID, LOCAL_ID, REMOTE_ID, LOCAL_TABLE, LOCAL_RECORD, REMOTE_SYSTEM, STATE)
        .from(TABLE)
        .where(condition)
        .fetchOptional(
            row ->
                new Correlation(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    "active".equals(row.value7())));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  private static Field<String> text(String column) {
    return DSL.field(DSL.name(column), SQLDataType.VARCHAR);
  }

  private static Field<LocalDateTime> time(String column) {
    return DSL.field(DSL.name(column), SQLDataType.LOCALDATETIME);
  }
}
