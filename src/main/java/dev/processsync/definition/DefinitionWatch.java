package dev.processsync.definition;

import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordChanged;
import dev.processsync.record.RecordRule;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells {@link Snapshots} of changes before any other rule or listener can ask for definitions: an
 * uncommitted one must not get into the memory that all share.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DefinitionWatch implements RecordRule {

  private final Snapshots snapshots;

  DefinitionWatch(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public boolean appliesTo(String table) {
    return SyncTables.ALL.contains(table);
  }

  @Override
  public void beforeWrite(RecordChange change) {
    snapshots.changing();
  }

  @Override
  public void afterWrite(RecordChange change) {
    snapshots.changing();
  }

  @Override
  public void beforeDelete(RecordChange change) {
    snapshots.changing();
  }

  /** After a deletion, too, which rules don't see. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void onRecordChanged(RecordChanged change) {
    if (appliesTo(change.table())) {
      snapshots.changing();
    }
  }
}
