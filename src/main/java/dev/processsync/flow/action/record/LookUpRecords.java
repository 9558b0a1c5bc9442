package dev.processsync.flow.action.record;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.flow.action.FoundRecord;
import dev.processsync.flow.action.RunAs;
import dev.processsync.flow.action.Step;
import dev.processsync.query.Query;
import dev.processsync.queue.lane.TurnRuns;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Look Up Records: {@code table}, {@code query} (an encoded query, which may say the order) and
 * {@code conditions} (a map: fields that must have exactly these values) in; {@code record} (the
 * first one, its fields as data pills), {@code count}, {@code status} (found or none) and {@code
 * error_message} out. Sees what the remote system's run-as user may see.
 *
 * <p>Values from the other instance belong into {@code conditions}: in a query they could change
 * what is asked, so a model with a data pill there is refused.
 */
@Component("lookUpRecords")
class LookUpRecords implements JavaDelegate {

  private final RunAs runAs;
  private final Dictionary dictionary;
  private final Records records;

  LookUpRecords(RunAs runAs, Dictionary dictionary, Records records) {
    this.runAs = runAs;
    this.dictionary = dictionary;
    this.records = records;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    Actor actor = runAs.of(step.remoteEvent());
    Table table = dictionary.require(step.text("table"));
    TurnRuns.requireWritten(table.name());
    Query query = query(step);
    List<TableRecord> first = records.list(actor, table.name(), query, 0, 1);
    Optional<FoundRecord> record =
        first.stream().findFirst().map(each -> FoundRecord.of(table, each));
    step.put("record", record.orElse(null))
        .put("count", first.isEmpty() ? 0L : records.count(actor, table.name(), query))
        .put("status", record.isPresent() ? "found" : "none")
        .put("error_message", "");
  }

  private static Query query(Step step) {
    Query query = Query.parse(step.own("query").strip());
    for (Map.Entry<?, ?> condition : step.map("conditions").entrySet()) {
      String value = condition.getValue() == null ? "" : condition.getValue().toString();
      query = query.and(Query.equal(String.valueOf(condition.getKey()).strip(), value));
    }
    return query;
  }
}
