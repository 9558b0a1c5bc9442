package dev.processsync.queue.purge;

import static dev.processsync.queue.entry.QueueColumns.CREATED;
import static dev.processsync.queue.entry.QueueColumns.SEQUENCE;
import static dev.processsync.queue.entry.QueueColumns.STATUS;
import static dev.processsync.queue.entry.QueueColumns.SYS_ID;
import static dev.processsync.queue.entry.QueueColumns.UPDATED;

import dev.processsync.queue.entry.EntryStatus;
import dev.processsync.queue.entry.Queue;
import dev.processsync.queue.entry.QueueColumns;
import dev.processsync.queue.receipt.OpenReceipts;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes entries that have reached their age, in batches: each has a transaction of its own and
 * finds its entries by the index on status and creation.
 */
@Service
public class QueuePurge {

  private static final Logger log = LoggerFactory.getLogger(QueuePurge.class);
  private static final Table<Record> TURN = DSL.table(DSL.name(QueueColumns.SCHEMA, "purge_turn"));

  /** Names in one statement. */
  private static final int CHUNK = 1_000;

  private final DSLContext sql;
  private final EntryRemover remover;
  private final OpenReceipts receipts;

  QueuePurge(DSLContext sql, EntryRemover remover, OpenReceipts receipts) {
    this.sql = sql;
    this.remover = remover;
    this.receipts = receipts;
  }

  /**
   * What a batch did.
   *
   * @param deleted the entries' sys_ids
   * @param lastSequence where the next batch begins
   * @param isLast whether there is none
   */
  public record Batch(List<String> deleted, long lastSequence, boolean isLast) {}

  /**
   * Takes the turn to purge until the transaction ends; false if somebody else in the cluster has
   * it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean takeTurn() {
    return sql.selectOne().from(TURN).forUpdate().skipLocked().fetchOne() != null;
  }

  /** To be called between batches: a database lets no one hold a lock who says nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keepTurn() {
    sql.selectOne().from(TURN).fetch();
  }

  /**
   * Deletes entries that are done.
   *
   * @param before when they must have ended, at the latest
   * @param openBefore when those must have been sent, at the latest, of which the other side has
   *     not said how they ended
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Batch deleteEnded(
      Queue queue, EntryStatus status, LocalDateTime before, LocalDateTime openBefore, int limit) {
    Condition isOld =
        queue == Queue.OUTBOUND
            ? isOld(status, before).andNot(OpenReceipts.isOpenSince(openBefore))
            : isOld(status, before);
    List<String> old =
        sql.select(SYS_ID).from(QueueColumns.table(queue)).where(isOld).limit(limit).fetch(SYS_ID);
    for (List<String> some : chunks(old)) {
      sql.deleteFrom(QueueColumns.table(queue)).where(SYS_ID.in(some)).and(isOld).execute();
    }
    return new Batch(old, 0, old.size() < limit);
  }

  /** To be called at the end: receipts of entries that are gone are open no more. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void forgetReceipts() {
    receipts.forgetDeleted();
  }

  /**
   * Gives up entries that are Ready or in Error: their flows end, and what waited behind them goes
   * on. Those that somebody is working on just now are left to the next run.
   *
   * @param before when they must have been created, and failed if they did, at the latest
   * @param after the last batch's last sequence, 0 for the first
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Batch giveUp(
      Queue queue, EntryStatus status, LocalDateTime before, long after, int limit) {
    Condition isOld = isOld(status, before);
    List<EntryRemover.Candidate> old =
        sql.select(EntryRemover.Candidate.COLUMNS)
            .from(QueueColumns.table(queue))
            .where(isOld)
            .and(SEQUENCE.gt(after))
            .orderBy(SEQUENCE)
            .limit(limit)
            .fetch(EntryRemover.Candidate::of);
    List<String> deleted = new ArrayList<>();
    for (List<EntryRemover.Candidate> together : EntryRemover.together(old, CHUNK)) {
      try {
        deleted.addAll(remover.delete(queue, together, isOld));
      } catch (RuntimeException e) {
        log.warn(
            "{} {} entries of the {} queue can't be purged now, the next run tries again: {}",
            together.size(),
            status.value(),
            queue.value(),
            e.getMessage());
      }
    }
    long last = old.isEmpty() ? after : old.get(old.size() - 1).sequence();
    return new Batch(deleted, last, old.size() < limit);
  }

  /**
   * Whatever ended or failed was changed last at that moment; what is Ready ages from the start.
   */
  private static Condition isOld(EntryStatus status, LocalDateTime before) {
    Condition created = STATUS.eq(status.value()).and(CREATED.le(before));
    return status == EntryStatus.READY ? created : created.and(UPDATED.le(before));
  }

  private static List<List<String>> chunks(List<String> ids) {
    List<List<String>> chunks = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += CHUNK) {
      chunks.add(ids.subList(from, Math.min(ids.size(), from + CHUNK)));
    }
    return chunks;
  }
}
