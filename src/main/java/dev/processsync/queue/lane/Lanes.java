package dev.processsync.queue.lane;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.Stage;
import dev.processsync.support.FixedStatement;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/**
 * Lanes divide a queue so that entries of one record stay in order while others run beside them.
 * Whoever locks a lane's row has its turn; the lock ends with the transaction, also when the node
 * dies.
 */
@Repository
public class Lanes {

  /** As many as the migration made; changing it needs empty queues. */
  static final int COUNT = 64;

  private static final Table<Record> TABLE = DSL.table(DSL.name(QueueColumns.SCHEMA, "queue_lane"));
  private static final Field<String> QUEUE = DSL.field(DSL.name("queue"), SQLDataType.VARCHAR);
  private static final Field<Integer> LANE = DSL.field(DSL.name("lane"), SQLDataType.INTEGER);

  private final DSLContext sql;
  private final FixedStatement take;
  private final Map<Queue, FixedStatement> takeEmpty = new EnumMap<>(Queue.class);
  private final Map<Queue, FixedStatement> waitingAmong = new EnumMap<>(Queue.class);

  Lanes(DSLContext sql) {
    this.sql = sql;
    Condition among = FixedStatement.isOneOf(LANE);
    this.take =
        FixedStatement.of(
            sql,
            sql.select(LANE).from(TABLE).where(QUEUE.eq("")).and(among).forUpdate().skipLocked());
    for (Queue queue : Queue.values()) {
      takeEmpty.put(
          queue,
          FixedStatement.of(
              sql,
              sql.select(LANE)
                  .from(TABLE)
                  .where(QUEUE.eq(""))
                  .and(among)
                  .and(notExists(waitingIn(queue)))
                  .forUpdate()
                  .skipLocked()));
      waitingAmong.put(queue, FixedStatement.of(sql, selectWaiting(queue).and(among)));
    }
  }

  /** The same for both keys' every entry, on every node. */
  public static int of(String remoteSystem, String orderKey) {
    return Math.floorMod((remoteSystem + '/' + orderKey).hashCode(), COUNT);
  }

  /** Takes the lane for this transaction; false if another thread or node has it. */
  boolean take(Queue queue, int lane) {
    return !take(queue, List.of(lane)).isEmpty();
  }

  /** Takes for this transaction those of the lanes that no other thread or node has. */
  public List<Integer> take(Queue queue, Collection<Integer> lanes) {
    return take.read(row -> row.getInt(1), queue.value(), lanes.toArray(Integer[]::new));
  }

  /** Takes the lane for this transaction, when whoever has it lets it go. */
  public void await(Queue queue, int lane) {
    sql.select(LANE)
        .from(TABLE)
        .where(QUEUE.eq(queue.value()))
        .and(LANE.eq(lane))
        .forUpdate()
        .fetch();
  }

  /** The lanes in which an entry waits for its flow. */
  public Set<Integer> waiting(Queue queue) {
    return Set.copyOf(selectWaiting(queue).fetch(LANE));
  }

  /**
   * As {@link #take}, but only those of the lanes in which no entry waits for its flow: where one
   * does, a worker has it or will want it.
   */
  public Set<Integer> takeEmpty(Queue queue, Collection<Integer> lanes) {
    Set<Integer> taken =
        new HashSet<>(
            Objects.requireNonNull(takeEmpty.get(queue))
                .read(row -> row.getInt(1), queue.value(), lanes.toArray(Integer[]::new)));
    if (!taken.isEmpty()) {
      // One may have come between the look and the lock.
      Objects.requireNonNull(waitingAmong.get(queue))
          .read(row -> row.getInt(1), queue.value(), taken.toArray(Integer[]::new))
          .forEach(taken::remove);
    }
    return taken;
  }

  private SelectConditionStep<Record1<Integer>> selectWaiting(Queue queue) {
    return sql.select(LANE)
        .from(TABLE)
        .where(QUEUE.eq(queue.value()))
        .and(exists(waitingIn(queue)));
  }

  private static Select<?> waitingIn(Queue queue) {
    return selectOne()
        .from(QueueColumns.table(queue).as("e"))
        .where(
            DSL.field(DSL.name("e", "lane"), SQLDataType.BIGINT)
                .eq(DSL.field(DSL.name("queue_lane", "lane"), SQLDataType.BIGINT)))
        .and(QueueColumns.isReadyFor(Stage.FLOW));
  }
}
