package dev.processsync.queue.api;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.TableProblem;
import dev.processsync.query.Query;
import dev.processsync.queue.entry.EntryStatus;
import dev.processsync.queue.entry.Queue;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/**
 * One decision of an administrator about many entries: Ready (retry) or Skipped (ignore). Each is
 * changed in a transaction of its own, as if it alone had been set, so that one that can't be
 * changed holds up no other, and what was done stays done if the caller goes away.
 */
@Service
class Decisions {

  private static final Logger log = LoggerFactory.getLogger(Decisions.class);
  private static final Set<String> IDS = Set.of("sys_id", "sequence");
  private static final int PAGE = 500;

  private final Records records;

  Decisions(Records records) {
    this.records = records;
  }

  /**
   * Sets what the query means, oldest first, and only entries for which the decision makes sense:
   * Ready is for those in Error, Skipped for those in Error and those that wait.
   *
   * @param most how many entries are looked at; {@link Decided#more} tells whether some were not
   */
  Decided set(Actor actor, Queue queue, EntryStatus status, Query which, int most) {
    Query open = new Query(which.alternatives(), List.of()).and(Query.parse(openFor(status)));
    int changed = 0;
    List<Decided.Left> left = new ArrayList<>();
    String last = "0";
    for (int looked = 0; looked < most; ) {
      List<TableRecord> page = page(actor, queue, open, last, Math.min(PAGE, most - looked));
      if (page.isEmpty()) {
        return new Decided(changed, left, false);
      }
      for (TableRecord entry : page) {
        try {
          Map<String, String> wanted = Map.of("status", status.value());
          records.update(actor, queue.table(), entry.sysId(), wanted);
          changed++;
        } catch (TableProblem | ConcurrencyFailureException e) {
          log.info("Queue entry {} was not set to {}: {}", entry.sysId(), status, e.getMessage());
          left.add(new Decided.Left(entry.sysId(), reason(e)));
        }
      }
      looked += page.size();
      last = page.get(page.size() - 1).get("sequence");
    }
    return new Decided(changed, left, !page(actor, queue, open, last, 1).isEmpty());
  }

  private List<TableRecord> page(Actor actor, Queue queue, Query open, String after, int limit) {
    Query next = open.and(Query.parse("sequence>" + after + "^ORDERBYsequence"));
    return records.list(actor, queue.table(), next, 0, limit, IDS);
  }

  private static String openFor(EntryStatus status) {
    return Stream.of(EntryStatus.values())
        .filter(from -> from.decisions().contains(status))
        .map(EntryStatus::value)
        .collect(Collectors.joining(",", "statusIN", ""));
  }

  private static String reason(RuntimeException problem) {
    return problem instanceof TableProblem
        ? String.valueOf(problem.getMessage())
        : "It is being worked on right now: try again.";
  }
}
