package dev.processsync.correlation;

import dev.processsync.correlation.ReadAhead.Known;
import dev.processsync.dictionary.SysId;
import dev.processsync.problem.RecordConflict;
import dev.processsync.support.FixedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
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
  static final Field<String> LOCAL_RECORD = text("local_record");
  private static final Field<String> REMOTE_SYSTEM = text("remote_system");
  private static final Field<String> STATE = text("state");
  private static final Field<String> CLASS = text("sys_class_name");
  private static final Field<String> CREATED_BY = text("sys_created_by");
  private static final Field<String> UPDATED_BY = text("sys_updated_by");
  private static final Field<LocalDateTime> CREATED = time("sys_created_on");
  private static final Field<LocalDateTime> UPDATED = time("sys_updated_on");
  private static final Field<Long> MOD_COUNT =
      DSL.field(DSL.name("sys_mod_count"), SQLDataType.BIGINT);

  private final DSLContext sql;
  private final Clock clock;
  private final FixedStatement byRecord;
  private final FixedStatement byRecords;
  private final FixedStatement byLocalId;
  private final FixedStatement byLocalIds;
  private final FixedStatement ofRecord;
  private final FixedStatement insert;

  CorrelationStore(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
    this.byRecord = reading(sql, REMOTE_SYSTEM.eq("").and(LOCAL_RECORD.eq("")));
    this.byRecords = FixedStatement.of(sql, selectAll(sql, LOCAL_RECORD));
    this.byLocalId = reading(sql, REMOTE_SYSTEM.eq("").and(LOCAL_ID.eq("")));
    this.byLocalIds = FixedStatement.of(sql, selectAll(sql, LOCAL_ID));
    this.ofRecord = reading(sql, LOCAL_RECORD.eq("").and(LOCAL_TABLE.eq("")));
    this.insert = FixedStatement.of(sql, inserting(sql));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Correlation> findByLocalRecord(String remoteSystem, String localRecord) {
    return ReadAhead.current()
        .flatMap(ahead -> ahead.byRecord(remoteSystem, localRecord))
        .map(Known::correlation)
        .orElseGet(
            () ->
                byRecord.read(CorrelationStore::read, remoteSystem, localRecord).stream()
                    .findFirst());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Correlation> findByLocalCorrelationId(
      String remoteSystem, String localCorrelationId) {
    return ReadAhead.current()
        .flatMap(ahead -> ahead.byLocalId(remoteSystem, localCorrelationId))
        .map(Known::correlation)
        .orElseGet(
            () ->
                byLocalId.read(CorrelationStore::read, remoteSystem, localCorrelationId).stream()
                    .findFirst());
  }

  @Override
  @Transactional(readOnly = true)
  public List<Correlation> ofRecord(String localTable, String localRecord) {
    return ofRecord.read(CorrelationStore::read, localRecord, localTable);
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
    if (ReadAhead.current().isEmpty()) {
      requireFree(remoteSystem, localCorrelationId, localTable, localRecord);
    }
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

  private void requireFree(
      String remoteSystem, String localCorrelationId, String localTable, String localRecord) {
    requireFree(
        findByLocalRecord(remoteSystem, localRecord), localTable + " " + localRecord, remoteSystem);
    requireFree(
        findByLocalCorrelationId(remoteSystem, localCorrelationId),
        "Local correlation id " + localCorrelationId,
        remoteSystem);
  }

  @Override
  public Correlation setActive(Correlation correlation, boolean active) {
    Optional<ReadAhead> ahead = ReadAhead.current();
    ahead.ifPresent(ReadAhead::write);
    sql.update(TABLE)
        .set(STATE, active ? "active" : "inactive")
        .set(UPDATED, now())
        .set(MOD_COUNT, MOD_COUNT.plus(1))
        .where(SYS_ID.eq(correlation.sysId()))
        .execute();
    Correlation changed =
        new Correlation(
            correlation.sysId(),
            correlation.localCorrelationId(),
            correlation.remoteCorrelationId(),
            correlation.localTable(),
            correlation.localRecord(),
            correlation.remoteSystem(),
            active);
    ahead.ifPresent(known -> known.know(changed));
    return changed;
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
    ReadAhead.current()
        .ifPresentOrElse(ahead -> ahead.create(correlation), () -> insert(List.of(correlation)));
    return correlation;
  }

  private void insert(List<Correlation> correlations) {
    LocalDateTime now = now();
    insert.executeAll(
        correlations.stream()
            .map(
                correlation ->
                    new Object[] {
                      correlation.sysId(),
                      NAME,
                      correlation.localCorrelationId(),
                      correlation.remoteCorrelationId(),
                      correlation.localTable(),
                      correlation.localRecord(),
                      correlation.remoteSystem(),
                      "active",
                      now,
                      "system",
                      now,
                      "system",
                      0L
                    })
            .toList());
  }

  private static Query inserting(DSLContext sql) {
    LocalDateTime any = LocalDateTime.MIN;
    return sql.insertInto(
            TABLE,
            SYS_ID,
            CLASS,
            LOCAL_ID,
            REMOTE_ID,
            LOCAL_TABLE,
            LOCAL_RECORD,
            REMOTE_SYSTEM,
            STATE,
            CREATED,
            CREATED_BY,
            UPDATED,
            UPDATED_BY,
            MOD_COUNT)
        .values("", "", "", "", "", "", "", "", any, "", any, "", 0L);
  }

  @Override
  public void foreseeLocalRecords(String remoteSystem, Set<String> localRecords) {
    ReadAhead ahead = ReadAhead.start(this::insert);
    Set<String> unread = ahead.unreadRecords(remoteSystem, localRecords);
    if (!unread.isEmpty()) {
      byRecords
          .read(CorrelationStore::read, unread.toArray(String[]::new), remoteSystem)
          .forEach(ahead::know);
    }
  }

  @Override
  public void foreseeLocalCorrelationIds(String remoteSystem, Set<String> localCorrelationIds) {
    ReadAhead ahead = ReadAhead.start(this::insert);
    Set<String> unread = ahead.unreadLocalIds(remoteSystem, localCorrelationIds);
    if (!unread.isEmpty()) {
      byLocalIds
          .read(CorrelationStore::read, unread.toArray(String[]::new), remoteSystem)
          .forEach(ahead::know);
    }
  }

  /**
   * The remote system is compared in a way that no index offers: H2 would look it up first, in an
   * index that begins with the other field, and read all of that.
   */
  static Select<?> selectAll(DSLContext sql, Field<String> field) {
    return select(sql)
        .where(FixedStatement.isOneOf(field))
        .and(FixedStatement.isUnindexed(REMOTE_SYSTEM));
  }

  private static SelectJoinStep<?> select(DSLContext sql) {
    return sql.select(SYS_ID, LOCAL_ID, REMOTE_ID, LOCAL_TABLE, LOCAL_RECORD, REMOTE_SYSTEM, STATE)
        .from(TABLE);
  }

  private static FixedStatement reading(DSLContext sql, Condition condition) {
    return FixedStatement.of(sql, select(sql).where(condition));
  }

  private static Correlation read(ResultSet row) throws SQLException {
    return new Correlation(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        "active".equals(row.getString(7)));
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
