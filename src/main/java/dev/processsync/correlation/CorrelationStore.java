package dev.processsync.correlation;

import static dev.processsync.correlation.CorrelationRows.ENDED_BECAUSE;
import static dev.processsync.correlation.CorrelationRows.ENDED_BY;
import static dev.processsync.correlation.CorrelationRows.ENDED_ON;
import static dev.processsync.correlation.CorrelationRows.LOCAL_ID;
import static dev.processsync.correlation.CorrelationRows.LOCAL_RECORD;
import static dev.processsync.correlation.CorrelationRows.LOCAL_TABLE;
import static dev.processsync.correlation.CorrelationRows.MOD_COUNT;
import static dev.processsync.correlation.CorrelationRows.REMOTE_ID;
import static dev.processsync.correlation.CorrelationRows.REMOTE_SYSTEM;
import static dev.processsync.correlation.CorrelationRows.STATE;
import static dev.processsync.correlation.CorrelationRows.SYS_ID;
import static dev.processsync.correlation.CorrelationRows.TABLE;
import static dev.processsync.correlation.CorrelationRows.UPDATED;

import dev.processsync.correlation.ReadAhead.Known;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.SysId;
import dev.processsync.problem.RecordConflict;
import dev.processsync.support.FixedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Correlations by direct statements: every event that passes reads one, so each method costs one or
 * two.
 */
@Repository
@Transactional
class CorrelationStore implements Correlations {

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
    this.insert = FixedStatement.of(sql, CorrelationRows.inserting(sql));
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
    UpdateSetMoreStep<Record> update = touch().set(STATE, active ? "active" : "inactive");
    if (active) {
      update = update.setNull(ENDED_BECAUSE).setNull(ENDED_ON).setNull(ENDED_BY);
    }
    return turn(correlation, update, active, null);
  }

  @Override
  public Correlation end(Correlation correlation, Ending.Why why, String by) {
    LocalDateTime now = now();
    return turn(
        correlation,
        first(touch().set(STATE, "inactive"), why, now, by),
        false,
        new Ending(why, now.format(FieldValue.DATE_TIME), by));
  }

  private Correlation turn(
      Correlation correlation,
      UpdateSetMoreStep<Record> update,
      boolean active,
      @Nullable Ending ending) {
    Optional<ReadAhead> ahead = ReadAhead.current();
    ahead.ifPresent(ReadAhead::write);
    update.where(SYS_ID.eq(correlation.sysId())).execute();
    Correlation changed =
        ahead
            .flatMap(
                known ->
                    known.byLocalId(correlation.remoteSystem(), correlation.localCorrelationId()))
            .flatMap(Known::correlation)
            .orElse(correlation)
            .turned(active, ending);
    ahead.ifPresent(known -> known.know(changed));
    return changed;
  }

  @Override
  public void recordDeleted(String localTable, String localRecord, String by, String except) {
    Optional<ReadAhead> ahead = ReadAhead.current();
    ahead.ifPresent(ReadAhead::write);
    LocalDateTime now = now();
    first(touch(), Ending.Why.DELETED_HERE, now, by)
        .where(LOCAL_RECORD.eq(localRecord))
        .and(LOCAL_TABLE.eq(localTable))
        .and(REMOTE_SYSTEM.ne(except))
        .and(STATE.eq("active"))
        .execute();
    Ending ending = new Ending(Ending.Why.DELETED_HERE, now.format(FieldValue.DATE_TIME), by);
    ahead.ifPresent(
        known ->
            known.change(
                localRecord,
                each ->
                    each.active() && !each.remoteSystem().equals(except)
                        ? each.noted(ending)
                        : each));
  }

  private UpdateSetMoreStep<Record> touch() {
    return sql.update(TABLE).set(UPDATED, now()).set(MOD_COUNT, MOD_COUNT.plus(1));
  }

  /** What put the first end to a link is kept. */
  private static UpdateSetMoreStep<Record> first(
      UpdateSetMoreStep<Record> update, Ending.Why why, LocalDateTime when, String by) {
    Condition isFirst = ENDED_BECAUSE.isNull();
    return update
        .set(ENDED_ON, DSL.when(isFirst, DSL.val(when)).otherwise(ENDED_ON))
        .set(ENDED_BY, DSL.when(isFirst, DSL.val(by)).otherwise(ENDED_BY))
        .set(ENDED_BECAUSE, DSL.coalesce(ENDED_BECAUSE, DSL.val(why.value())));
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
            .map(correlation -> CorrelationRows.of(correlation, now).values().toArray())
            .toList());
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
    return sql.select(
            SYS_ID,
            LOCAL_ID,
            REMOTE_ID,
            LOCAL_TABLE,
            LOCAL_RECORD,
            REMOTE_SYSTEM,
            STATE,
            ENDED_BECAUSE,
            ENDED_ON,
            ENDED_BY)
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
        "active".equals(row.getString(7)),
        ending(row));
  }

  private static @Nullable Ending ending(ResultSet row) throws SQLException {
    Optional<Ending.Why> why = Optional.ofNullable(row.getString(8)).flatMap(Ending.Why::of);
    if (why.isEmpty()) {
      return null;
    }
    LocalDateTime when = row.getObject(9, LocalDateTime.class);
    return new Ending(
        why.get(),
        when == null ? "" : when.format(FieldValue.DATE_TIME),
        Objects.requireNonNullElse(row.getString(10), ""));
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
