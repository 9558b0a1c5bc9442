package dev.processsync.cockpit;

import dev.processsync.cockpit.EntryView.Fact;
import dev.processsync.cockpit.EntryView.Part;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.AccessDenied;
import dev.processsync.problem.NoSuchTable;
import dev.processsync.queue.entry.EntryStatus;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Queue entries as the tab shows them, with what belongs to them. */
@Component
class EntryViews {

  private final Records records;
  private final Dictionary dictionary;
  private final Facts facts;

  EntryViews(Records records, Dictionary dictionary, Facts facts) {
    this.records = records;
    this.dictionary = dictionary;
    this.facts = facts;
  }

  /** No transaction around it: a record that the actor may not read is noted, not refused. */
  EntryView of(Actor actor, TableRecord entry) {
    Optional<TableRecord> correlation = correlation(actor, entry);
    TableRecord knowsRecord = correlation.orElse(entry);
    return new EntryView(
        entry.get("status"),
        EntryStatus.of(entry.get("status")).decisions().stream().map(EntryStatus::value).toList(),
        List.of(
            queue(entry),
            correlated(entry, correlation),
            record(actor, knowsRecord.get("local_table"), knowsRecord.get("local_record"))));
  }

  private Part queue(TableRecord entry) {
    List<Fact> shown = new ArrayList<>(facts.of(entry, "status", "error_info"));
    if (entry.has("retry_metadata")) {
      shown.addAll(tried(entry, RetryMetadata.parse(entry.get("retry_metadata"))));
    }
    shown.addAll(
        facts.of(
            entry,
            "process_event",
            "operation",
            "remote_system",
            "sequence",
            "remote_sequence",
            "sys_created_on",
            "sys_id"));
    return new Part(dictionary.require(entry.table()).label(), shown, "");
  }

  private static List<Fact> tried(TableRecord entry, RetryMetadata tried) {
    String failed = tried.attempt() + " of " + tried.of();
    boolean goesOn =
        tried.nextTryAt() != null && entry.get("status").equals(EntryStatus.READY.value());
    String next = goesOn ? ", the next is at " + tried.nextTryAt() + " UTC" : "";
    Fact tries = new Fact("retry_metadata", "Failed tries", failed + next);
    return entry.get("error_info").contains(tried.lastError())
        ? List.of(tries)
        : List.of(tries, new Fact("last_error", "Last error", tried.lastError()));
  }

  private Part correlated(TableRecord entry, Optional<TableRecord> correlation) {
    return new Part(
        "Correlation",
        facts.of(
            correlation.orElse(entry), "state", "local_correlation_id", "remote_correlation_id"),
        correlation.isPresent() ? "" : "There is no correlation.");
  }

  private Optional<TableRecord> correlation(Actor actor, TableRecord entry) {
    String key = entry.has("local_correlation_id") ? "local_correlation_id" : "local_record";
    return entry.has(key)
        ? records
            .findBy(
                actor,
                "ih_sync_correlation",
                Map.of(key, entry.get(key), "remote_system", entry.get("remote_system")))
            .stream()
            .findFirst()
        : Optional.empty();
  }

  private Part record(Actor actor, String table, String sysId) {
    if (sysId.isEmpty()) {
      return new Part("Record", List.of(), "No record of this instance belongs to it yet.");
    }
    String title = dictionary.find(table).map(Table::title).orElse(table);
    try {
      return records
          .find(actor, table, sysId)
          .map(record -> new Part(title, describing(record), ""))
          .orElseGet(() -> known(title, sysId, "The record was deleted."));
    } catch (AccessDenied | NoSuchTable unreadable) {
      return known(title, sysId, String.valueOf(unreadable.getMessage()));
    }
  }

  private List<Fact> describing(TableRecord record) {
    String display = dictionary.require(record.table()).display();
    return facts.of(record, display, "short_description", "state", "sys_id");
  }

  private static Part known(String title, String sysId, String note) {
    return new Part(title, List.of(new Fact("sys_id", "Sys ID", sysId)), note);
  }
}
