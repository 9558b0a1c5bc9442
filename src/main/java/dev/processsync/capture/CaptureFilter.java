package dev.processsync.capture;

import dev.processsync.definition.CaptureDefinition;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidQuery;
import dev.processsync.query.Query;
import dev.processsync.query.QueryMatcher;
import dev.processsync.record.Operation;
import dev.processsync.record.RecordChanged;
import dev.processsync.record.References;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether a change meets a capture definition's filter, judged in memory inside the changing
 * transaction.
 */
@Component
class CaptureFilter {

  private static final Logger log = LoggerFactory.getLogger(CaptureFilter.class);

  private final QueryMatcher matcher;
  private final References references;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Map<String, Query> parsed = new ConcurrentHashMap<>();

  CaptureFilter(QueryMatcher matcher, References references) {
    this.matcher = matcher;
    this.references = references;
  }

  /**
   * Whether a definition whose filter meets captures a change: whatever is created or deleted; else
   * if an included field changed, or if the record is new to those who hear of it.
   *
   * @param isNew whether it {@link #hasJustComeToMeet}
   */
  static boolean captures(CaptureDefinition definition, RecordChanged change, boolean isNew) {
    return change.operation() != Operation.UPDATE
        || isNew
        || definition.fields().stream().anyMatch(change.changed()::contains);
  }

  /** Whether the filter did not meet before the change: the other side may not know the record. */
  boolean hasJustComeToMeet(String filter, Table table, RecordChanged change) {
    TableRecord before = change.before();
    return before == null || !meets(filter, table, before, before);
  }

  /** Whether the filter met before the change and does not after it. */
  boolean hasJustLeft(String filter, Table table, RecordChanged change) {
    return change.operation() == Operation.UPDATE
        && !meets(filter, table, change)
        && !hasJustComeToMeet(filter, table, change);
  }

  boolean meets(String filter, Table table, RecordChanged change) {
    return meets(filter, table, change.record(), change.before());
  }

  private boolean meets(
      String filter, Table table, TableRecord record, @Nullable TableRecord before) {
    Query query = parsed.computeIfAbsent(filter, Query::parse);
    try {
      return matcher.matches(query, table, record, before, references::find);
    } catch (InvalidQuery refused) {
      // Stored when more was taken for a filter; a record must be changed nevertheless.
      if (told.add(filter)) {
        log.warn(
            "A capture definition of {} captures nothing: {}", table.name(), refused.getMessage());
      }
      return false;
    }
  }
}
