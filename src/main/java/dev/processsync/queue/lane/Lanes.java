package dev.processsync.queue.lane;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.entry.Stage;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
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

  Lanes(DSLContext sql) {
    this.sql = sql;
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
    return sql.select(LANE)
        .from(TABLE)
        .where(QUEUE.eq(queue.value()))
        .and(LANE.eq(DSL.any(lanes.toArray(Integer[]::new))))
        .forUpdate()
        .skipLocked()
        .fetch(LANE);
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
    return waiting(queue, noCondition());
  }

  /** Those of these lanes in which no entry waits for its flow. */
  public Set<Integer> empty(Queue queue, Collection<Integer> lanes) {
    Set<Integer> empty = new HashSet<>(lanes);
    empty.removeAll(waiting(queue, LANE.eq(DSL.any(lanes.toArray(Integer[]::new)))));
    return empty;
  }

  private Set<Integer> waiting(Queue queue, Condition which) {
    Table<Record> entry = QueueColumns.table(queue).as("e");
    return Set.copyOf(
        sql.select(LANE)
            .from(TABLE)
            .where(QUEUE.eq(queue.value()))
            .and(which)
            .and(
                exists(
                    selectOne()
                        .from(entry)
                        .where(
                            DSL.field(DSL.name("e", "lane"), SQLDataType.BIGINT)
                                .eq(DSL.field(DSL.name("queue_lane", "lane"), SQLDataType.BIGINT)))
                        .and(QueueColumns.isReadyFor(Stage.FLOW))))
            .fetch(LANE));
  }
}
