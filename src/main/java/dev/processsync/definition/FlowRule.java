package dev.processsync.definition;

import dev.processsync.definition.Subflows.Kind;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A flow binds an event and a remote system of its definition to a published subflow (step 32). */
@Component
final class FlowRule implements RecordRule {

  private final Belonging belonging;
  private final SubflowCheck subflows;

  FlowRule(Belonging belonging, SubflowCheck subflows) {
    this.belonging = belonging;
    this.subflows = subflows;
  }

  @Override
  public boolean appliesTo(String table) {
    return Set.of(SyncTables.OUTBOUND_FLOW, SyncTables.INBOUND_FLOW).contains(table);
  }

  @Override
  public void beforeWrite(RecordChange change) {
    belonging.adoptDefinition(change);
    belonging.refuseMove(change);
    belonging.requireSameDefinition(change, "process_event", SyncTables.PROCESS_EVENT);
    belonging.requireSameDefinition(change, "remote_system", SyncTables.REMOTE_SYSTEM);
    boolean outbound = change.table().name().equals(SyncTables.OUTBOUND_FLOW);
    subflows.require(change, "subflow", outbound ? Kind.OUTBOUND : Kind.INBOUND);
  }
}
