package dev.processsync.queue.entry;

import static dev.processsync.queue.entry.QueueColumns.LANE;
import static dev.processsync.queue.entry.QueueColumns.REMOTE_SYSTEM;
import static dev.processsync.queue.entry.QueueColumns.SEQUENCE;
import static dev.processsync.queue.entry.QueueColumns.STATUS;
import static dev.processsync.queue.entry.QueueColumns.SYS_ID;
import static dev.processsync.queue.entry.QueueColumns.isReadyFor;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;

import dev.processsync.queue.QueueIndexes;
import dev.processsync.support.FixedStatement;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/**
 * Which entries are next. Every question reads along one of the {@link QueueIndexes}, whose
 * conditions are written out, not bound, so that the database sees that the index answers them.
 */
@Repository
public class EntrySelection {

  /**
   * What the payloads read at a time may come to, in characters; one entry is always read. Each
   * thread that works may hold as much, some times over, so it is less where memory is scarce.
   */
  static final long MOST_CHARACTERS =
      Math.min(4_000_000, Math.max(1_000_000, Runtime.getRuntime().maxMemory() / 256));

  private final DSLContext sql;
  private final FixedStatement sendable;
  private final Map<Queue, FixedStatement> claims = new EnumMap<>(Queue.class);
  private final Map<Queue, FixedStatement> stuck = new EnumMap<>(Queue.class);

  EntrySelection(DSLContext sql) {
    this.sql = sql;
    this.sendable = FixedStatement.of(sql, bounded(selectSendable()));
    for (Queue queue : Queue.values()) {
      claims.put(
          queue,
          FixedStatement.of(sql, isPostgres() ? bounded(ofEach(queue)) : of(queue, DSL.val(0L))));
      stuck.put(queue, FixedStatement.of(sql, selectStuck(queue)));
    }
  }

  private boolean isPostgres() {
    return sql.family() == SQLDialect.POSTGRES;
  }

  /**
   * Entries of these lanes whose flow may run now, in order; none behind one that failed or is in
   * the engine.
   *
   * @param each how many of each lane at most: the first ones
   */
  public List<QueueEntry> claim(Queue queue, Collection<Integer> lanes, int each) {
    FixedStatement claim = Objects.requireNonNull(claims.get(queue));
    List<QueueEntry> claimed = new ArrayList<>();
    if (isPostgres()) {
      Long[] all = lanes.stream().map(Integer::longValue).toArray(Long[]::new);
      claimed.addAll(read(queue, claim, MOST_CHARACTERS, all, each, MOST_CHARACTERS));
    } else {
      long left = MOST_CHARACTERS;
      for (int lane : lanes) {
        if (left > 0) {
          List<QueueEntry> ofLane = read(queue, claim, left, (long) lane, each);
          claimed.addAll(ofLane);
          left -= characters(ofLane);
        }
      }
    }
    claimed.sort(Comparator.comparingLong(QueueEntry::sequence));
    return claimed;
  }

  /** Whether there may be more than was read, because it was as much as is read at a time. */
  public static boolean isCut(List<QueueEntry> read) {
    return characters(read) >= MOST_CHARACTERS;
  }

  public static long characters(List<QueueEntry> entries) {
    return entries.stream().mapToLong(entry -> entry.payload().length()).sum();
  }

  /** In one statement, and one way through the index for each lane. */
  private Select<Record> ofEach(Queue queue) {
    Table<?> wanted = DSL.unnest(DSL.val(new Long[] {0L})).as("l", "wanted");
    Field<Long> lane = DSL.field(DSL.name("l", "wanted"), SQLDataType.BIGINT);
    return sql.select(QueueColumns.read(queue).stream().map(EntrySelection::plain).toList())
        .from(wanted)
        .crossJoin(DSL.lateral(of(queue, lane)).as("e"));
  }

  private Select<Record> of(Queue queue, Field<Long> lane) {
    Table<Record> entry = QueueColumns.table(queue).as("e");
    return sql.select(QueueColumns.read(queue))
        .from(entry)
        .where(LANE.eq(lane))
        .and(isReadyFor(Stage.FLOW))
        .andNot(exists(earlier(queue, entry, EntrySelection::isInError)))
        .andNot(exists(earlier(queue, entry, EntrySelection::isInEngine)))
        .orderBy(SEQUENCE)
        .limit(0);
  }

  /** The column of a derived table, however it came about there. */
  private static Field<?> plain(Field<?> column) {
    return DSL.field(DSL.name(column.getName()), column.getDataType());
  }

  /**
   * Messages that may be sent to the remote system now, in order: of each record all that wait, up
   * to one that was refused.
   */
  public List<QueueEntry> sendable(String remoteSystem, int limit) {
    return isPostgres()
        ? read(Queue.OUTBOUND, sendable, MOST_CHARACTERS, remoteSystem, limit, MOST_CHARACTERS)
        : read(Queue.OUTBOUND, sendable, MOST_CHARACTERS, remoteSystem, limit);
  }

  private Select<Record> selectSendable() {
    Table<Record> entry = QueueColumns.table(Queue.OUTBOUND).as("e");
    return sql.select(QueueColumns.send())
        .from(entry)
        .where(REMOTE_SYSTEM.eq(""))
        .and(isReadyFor(Stage.TRANSMIT))
        .andNot(exists(earlier(Queue.OUTBOUND, entry, EntrySelection::isInError)))
        .orderBy(SEQUENCE)
        .limit(0);
  }

  /** The remote systems among these that a message waits for. */
  public List<String> waitedFor(List<String> remoteSystems) {
    return remoteSystems.stream().filter(this::isWaitedFor).toList();
  }

  private boolean isWaitedFor(String remoteSystem) {
    return sql.fetchExists(
        selectOne()
            .from(QueueColumns.table(Queue.OUTBOUND))
            .where(REMOTE_SYSTEM.eq(remoteSystem))
            .and(isReadyFor(Stage.TRANSMIT)));
  }

  /** Those of these records that have an entry that failed or is in the engine. */
  public Set<String> stuck(Queue queue, String remoteSystem, Set<String> orderKeys) {
    String[] keys = orderKeys.toArray(String[]::new);
    return Set.copyOf(
        Objects.requireNonNull(stuck.get(queue))
            .read(row -> row.getString(1), keys, remoteSystem, keys, remoteSystem));
  }

  private Select<Record1<String>> selectStuck(Queue queue) {
    Field<String> key = QueueColumns.text(queue.orderedBy());
    Condition ofThem = FixedStatement.isOneOf(key).and(FixedStatement.isUnindexed(REMOTE_SYSTEM));
    return sql.select(key)
        .from(QueueColumns.table(queue))
        .where(ofThem.and(STATUS.eq(inline("error"))))
        .unionAll(
            sql.select(key)
                .from(QueueColumns.table(queue))
                .where(ofThem.and(isReadyFor(Stage.ENGINE))));
  }

  /** Who works on an entry: its lane first, then whoever sends to its remote system. */
  public record Workers(int lane, String remoteSystem) {}

  public Optional<Workers> workersOf(Queue queue, String entry) {
    return sql.select(LANE, REMOTE_SYSTEM)
        .from(QueueColumns.table(queue))
        .where(SYS_ID.eq(entry))
        .fetchOptional(row -> new Workers(row.value1().intValue(), row.value2()));
  }

  /**
   * @param most characters of payloads; one is always read
   */
  private static List<QueueEntry> read(
      Queue queue, FixedStatement statement, long most, Object... values) {
    AtomicLong characters = new AtomicLong();
    return statement.readWhile(
        entry -> characters.addAndGet(entry.payload().length()) < most,
        row -> read(queue, row),
        values);
  }

  private static QueueEntry read(Queue queue, ResultSet row) throws SQLException {
    try {
      return QueueColumns.entry(queue, row);
    } catch (RuntimeException e) {
      throw new UnreadableEntry(String.valueOf(row.getString(1)), e);
    }
  }

  /**
   * H2 reads a payload when it is asked for. PostgreSQL's driver would have many of them at a time,
   * so there the database leaves out what goes beyond.
   */
  private Select<Record> bounded(Select<Record> select) {
    if (!isPostgres()) {
      return select;
    }
    Table<Record> entry = select.asTable("entry");
    Field<BigDecimal> before =
        DSL.sum(DSL.octetLength(DSL.field(DSL.name("entry", "payload"), SQLDataType.VARCHAR)))
            .over(
                DSL.orderBy(DSL.field(DSL.name("entry", "sequence"), SQLDataType.BIGINT))
                    .rowsBetweenUnboundedPreceding()
                    .andPreceding(1));
    List<Field<?>> columns =
        select.getSelect().stream().<Field<?>>map(EntrySelection::plain).toList();
    Table<?> summed = sql.select(columns).select(before.as("before")).from(entry).asTable("summed");
    return sql.select(columns)
        .from(summed)
        .where(
            DSL.coalesce(
                    DSL.field(DSL.name("before"), SQLDataType.NUMERIC), DSL.inline(BigDecimal.ZERO))
                .lt(DSL.val(BigDecimal.ZERO)))
        .orderBy(SEQUENCE);
  }

  private interface Which {
    Condition of(Table<Record> entry);
  }

  /** Earlier entries of the same record and remote system. */
  private static Select<?> earlier(Queue queue, Table<Record> entry, Which which) {
    Table<Record> earlier = QueueColumns.table(queue).as("p");
    Field<String> key = QueueColumns.text(queue.orderedBy());
    return selectOne()
        .from(earlier)
        .where(in(earlier, key).eq(in(entry, key)))
        .and(in(earlier, REMOTE_SYSTEM).eq(in(entry, REMOTE_SYSTEM)))
        .and(in(earlier, SEQUENCE).lt(in(entry, SEQUENCE)))
        .and(which.of(earlier));
  }

  private static Condition isInError(Table<Record> entry) {
    return in(entry, STATUS).eq(inline("error"));
  }

  private static Condition isInEngine(Table<Record> entry) {
    return in(entry, QueueColumns.STAGE)
        .eq(inline(Stage.ENGINE.value()))
        .and(in(entry, STATUS).eq(inline("ready")));
  }

  private static <T> Field<T> in(Table<Record> table, Field<T> field) {
    return DSL.field(DSL.name(table.getName(), field.getName()), field.getDataType());
  }
}
