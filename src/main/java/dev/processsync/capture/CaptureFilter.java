package dev.processsync.capture;

import dev.processsync.dictionary.Table;
import dev.processsync.problem.InvalidQuery;
import dev.processsync.query.Query;
import dev.processsync.query.QueryMatcher;
import dev.processsync.record.RecordChanged;
import dev.processsync.record.References;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  boolean meets(String filter, Table table, RecordChanged change) {
    Query query = parsed.computeIfAbsent(filter, Query::parse);
    try {
      return matcher.matches(query, table, change.record(), change.before(), references::find);
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
