package dev.processsync.queue;

import static dev.processsync.queue.entry.QueueColumns.LANE;
import static dev.processsync.queue.entry.QueueColumns.LOCAL_RECORD;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_SYSTEM;
import static dev.processsync.queue.entry.QueueColumns.STATUS;
import static dev.processsync.queue.entry.QueueColumns.SYS_ID;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.selectOne;

import dev.processsync.correlation.Correlation;
import dev.processsync.correlation.CorrelationRows;
import dev.processsync.queue.entry.NewOutboundEntry;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.Stage;
import dev.processsync.queue.lane.FlowOutcome;
import dev.processsync.queue.lane.FlowRun;
import dev.processsync.queue.lane.LaneSignals;
import dev.processsync.queue.lane.Lanes;
import dev.processsync.queue.lane.RunColumns;
import dev.processsync.support.FixedStatement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Puts entries into the queue whose flow has run already. One statement writes the message and the
 * correlation that the flow made, and finds out whether they may be: nothing of the record's lane
 * waits for a turn, none of its entries failed or is in the engine, and its correlation is the one
 * that the flow knew.
 */
@Component
class ReadyMessages {

  private final DSLContext sql;
  private final LaneSignals signals;
  private final Clock clock;

  /** Made when the first entry shows the columns. */
  private volatile @Nullable Statements statements;

  ReadyMessages(DSLContext sql, LaneSignals signals, Clock clock) {
    this.sql = sql;
    this.signals = signals;
    this.clock = clock;
  }

  /**
   * @param entry for a correlation that is there, and confirmed
   * @param both for a correlation that is new; H2, which can't do that, has the entry here and the
   *     correlation in the other
   */
  private record Statements(
      FixedStatement entry, FixedStatement both, FixedStatement correlation) {}

  /**
   * @param run has left a message to be sent
   * @param made the correlation that it made
   * @return false if something is in the way: nothing was written
   */
  boolean add(NewOutboundEntry captured, FlowRun run, Optional<Correlation> made) {
    int lane = Lanes.of(captured.remoteSystem(), captured.localRecord());
    Map<Field<?>, Object> row = OutboundQueue.row(captured, run.entry(), lane);
    row.putAll(RunColumns.of(run, clock.millis()));
    row.put(QueueColumns.MESSAGE, run.otherMessage());
    List<@Nullable Object> inTheWay =
        List.of(
            (long) lane,
            captured.localRecord(),
            captured.remoteSystem(),
            captured.localRecord(),
            captured.remoteSystem());
    boolean added =
        made.map(correlation -> addBoth(row, inTheWay, correlation))
            .orElseGet(() -> addEntry(row, inTheWay, captured, message(run)));
    if (added) {
      signals.afterCommit(captured.remoteSystem());
    }
    return added;
  }

  private static FlowOutcome.Message message(FlowRun run) {
    return Objects.requireNonNull(run.outcome().message());
  }

  private boolean addEntry(
      Map<Field<?>, Object> row,
      List<@Nullable Object> inTheWay,
      NewOutboundEntry captured,
      FlowOutcome.Message message) {
    List<@Nullable Object> known =
        List.of(
            captured.localRecord(),
            captured.remoteSystem(),
            message.localCorrelationId(),
            message.remoteCorrelationId());
    return statements(row).entry().execute(values(values(row), inTheWay, known)) > 0;
  }

  private boolean addBoth(
      Map<Field<?>, Object> row, List<@Nullable Object> inTheWay, Correlation made) {
    List<@Nullable Object> correlation = values(CorrelationRows.of(made, QueueColumns.now(clock)));
    Statements known = statements(row);
    if (isPostgres()) {
      return known.both().execute(values(correlation, inTheWay, values(row))) > 0;
    }
    List<@Nullable Object> free = List.of(made.localRecord(), made.remoteSystem());
    return known.both().execute(values(values(row), inTheWay, free)) > 0
        && isCorrelated(known, correlation, row);
  }

  private boolean isCorrelated(
      Statements known, List<@Nullable Object> correlation, Map<Field<?>, Object> row) {
    try {
      known.correlation().execute(correlation.toArray());
      return true;
    } catch (DuplicateKeyException madeMeanwhile) {
      sql.deleteFrom(QueueColumns.table(Queue.OUTBOUND))
          .where(SYS_ID.eq(String.valueOf(row.get(SYS_ID))))
          .execute();
      return false;
    }
  }

  private static List<@Nullable Object> values(Map<Field<?>, Object> row) {
    List<@Nullable Object> values = new ArrayList<>(row.values());
    values.removeIf(Field.class::isInstance);
    return values;
  }

  @SafeVarargs
  private static @Nullable Object[] values(List<@Nullable Object>... parts) {
    return List.of(parts).stream().flatMap(Collection::stream).toArray();
  }

  private Statements statements(Map<Field<?>, Object> row) {
    Statements known = statements;
    if (known == null) {
      known = prepare(row);
      statements = known;
    }
    return known;
  }

  private Statements prepare(Map<Field<?>, Object> row) {
    Set<Field<?>> columns = CorrelationRows.COLUMNS;
    Query correlation =
        DSL.query(
            "insert into {0} ({1}) select {2} where {3} on conflict do nothing returning 1",
            CorrelationRows.TABLE,
            DSL.list(
                columns.stream().map(column -> DSL.field(column.getUnqualifiedName())).toList()),
            DSL.list(columns.stream().map(ReadyMessages::value).toList()),
            nothingInTheWay());
    return new Statements(
        FixedStatement.of(sql, entry(row, nothingInTheWay().and(CorrelationRows.isKnown()))),
        FixedStatement.of(
            sql,
            isPostgres()
                ? DSL.query(
                    "with made as ({0}) {1}",
                    correlation,
                    entry(row, DSL.exists(selectOne().from(DSL.table(DSL.name("made"))))))
                : entry(row, nothingInTheWay().and(CorrelationRows.isFree()))),
        FixedStatement.of(sql, CorrelationRows.inserting(sql)));
  }

  private Query entry(Map<Field<?>, Object> row, Condition where) {
    List<Field<?>> values =
        row.entrySet().stream()
            .<Field<?>>map(
                cell -> cell.getValue() instanceof Field<?> drawn ? drawn : value(cell.getKey()))
            .toList();
    return sql.insertInto(QueueColumns.table(Queue.OUTBOUND))
        .columns(row.keySet())
        .select(sql.select(values).where(where));
  }

  /** Of a value that is selected, the database knows the type only if it is said. */
  private static Field<?> value(Field<?> column) {
    return param(column.getName(), column.getDataType()).cast(column.getDataType());
  }

  private static Condition nothingInTheWay() {
    Condition ofRecord = LOCAL_RECORD.eq("").and(FixedStatement.isUnindexed(REMOTE_SYSTEM));
    return none(LANE.eq(0L).and(QueueColumns.isReadyFor(Stage.FLOW)))
        .and(none(ofRecord.and(STATUS.eq(inline("error")))))
        .and(none(ofRecord.and(QueueColumns.isReadyFor(Stage.ENGINE))));
  }

  private static Condition none(Condition where) {
    return notExists(selectOne().from(QueueColumns.table(Queue.OUTBOUND)).where(where));
  }

  private boolean isPostgres() {
    return sql.family() == SQLDialect.POSTGRES;
  }
}
