package dev.processsync.record;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;

/** The rules of all modules, asked table by table. */
final class RecordRules {

  private final ObjectProvider<RecordRule> rules;
  private final Map<String, List<RecordRule>> byTable = new ConcurrentHashMap<>();

  /** Rules may themselves need {@link Records}: they are looked up at their first use. */
  RecordRules(ObjectProvider<RecordRule> rules) {
    this.rules = rules;
  }

  void beforeWrite(RecordChange change) {
    of(change).forEach(rule -> rule.beforeWrite(change));
  }

  void afterWrite(RecordChange change) {
    of(change).forEach(rule -> rule.afterWrite(change));
  }

  void beforeDelete(RecordChange change) {
    of(change).forEach(rule -> rule.beforeDelete(change));
  }

  private List<RecordRule> of(RecordChange change) {
    return byTable.computeIfAbsent(
        change.table().name(),
        table -> rules.orderedStream().filter(rule -> rule.appliesTo(table)).toList());
  }
}
