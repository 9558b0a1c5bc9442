package dev.processsync.conflict;

import dev.processsync.change.HybridTime;
import dev.processsync.conflict.FieldConflict.Outcome;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Conflicts as records. They are rare: only who has one pays for it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ConflictTable implements Conflicts {

  private final Records records;

  ConflictTable(Records records) {
    this.records = records;
  }

  @Override
  public void keep(FieldConflict conflict) {
    Map<String, String> values = values(conflict);
    goingOn(conflict)
        .ifPresentOrElse(
            known -> {
              // What both had before the first of their changes is what it began with.
              values.remove("base_value");
              records.update(Actor.system(), TABLE, known.sysId(), values);
            },
            () -> records.insert(Actor.system(), TABLE, values));
  }

  private Optional<TableRecord> goingOn(FieldConflict conflict) {
    List<TableRecord> all = of(conflict.correlation(), conflict.field());
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(all.size() - 1))
            .filter(
                last ->
                    conflict.goesOn(
                        last.get("local_value"),
                        last.get("remote_value"),
                        Outcome.valueOf(last.get("outcome").toUpperCase(Locale.ROOT)),
                        time -> time.toString().equals(last.get("remote_hybrid_time"))));
  }

  private List<TableRecord> of(String correlation, String field) {
    return records.findBy(
        Actor.system(), TABLE, Map.of("correlation", correlation, "field", field));
  }

  @Override
  public List<OpenConflict> open(String localRecord) {
    return records
        .findBy(Actor.system(), TABLE, Map.of("local_record", localRecord, "state", "open"))
        .stream()
        .map(
            open ->
                new OpenConflict(
                    open.get("remote_system"),
                    open.get("correlation"),
                    open.get("field"),
                    open.get("remote_value")))
        .toList();
  }

  @Override
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public int forgetResolved(LocalDateTime before, int limit) {
    Query old =
        Query.parse("state=resolved^sys_updated_on<=" + before.format(FieldValue.DATE_TIME));
    List<TableRecord> some = records.list(Actor.system(), TABLE, old, 0, limit, Set.of("sys_id"));
    some.forEach(conflict -> records.delete(Actor.system(), TABLE, conflict.sysId()));
    return some.size();
  }

  @Override
  public void settle(String correlation, String field, Outcome outcome) {
    of(correlation, field).stream()
        .filter(conflict -> conflict.get("state").equals("open"))
        .forEach(
            open ->
                records.update(
                    Actor.system(),
                    TABLE,
                    open.sysId(),
                    Map.of("state", "resolved", "outcome", outcome.value())));
  }

  private static Map<String, String> values(FieldConflict conflict) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("remote_system", conflict.remoteSystem());
    values.put("correlation", conflict.correlation());
    values.put("local_table", conflict.table());
    values.put("local_record", conflict.record());
    values.put("field", conflict.field());
    values.put("base_value", conflict.base());
    values.put("local_value", conflict.ours());
    values.put("remote_value", conflict.theirs());
    values.put("local_changed_by", conflict.ourChange().by());
    values.put("local_changed_on", moment(conflict.ourChange().time()));
    values.put("remote_changed_by", conflict.theirChange().by());
    values.put("remote_changed_on", moment(conflict.theirChange().time()));
    values.put("remote_hybrid_time", conflict.theirChange().time().toString());
    values.put("policy", conflict.policy().value());
    values.put("outcome", conflict.outcome().value());
    values.put("state", conflict.outcome() == Outcome.OPEN ? "open" : "resolved");
    return values;
  }

  private static String moment(HybridTime time) {
    return time.ticks() > 0
        ? LocalDateTime.ofInstant(Instant.ofEpochMilli(time.millis()), ZoneOffset.UTC)
            .format(FieldValue.DATE_TIME)
        : "";
  }
}
