package dev.processsync.task;

import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import java.time.Clock;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What an incident does by itself: its two states are one, and resolving it takes a reason. */
@Component
@Order(1)
class IncidentRule implements RecordRule {

  static final String RESOLVED = "6";

  private static final String STATE = "state";
  private static final String SAME_STATE = "incident_state";
  private static final Set<String> REOPENED = Set.of("1", "2", "3");
  private static final Signature BY_WHOM = new Signature("resolved_at", "resolved_by");

  private final Clock clock;

  IncidentRule(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean appliesTo(String table) {
    return table.equals("incident");
  }

  @Override
  public void beforeWrite(RecordChange change) {
    keepStatesEqual(change);
    if (change.get(STATE).equals(RESOLVED)) {
      requireResolution(change);
    }
    if (change.isChanged(STATE)) {
      if (change.get(STATE).equals(RESOLVED)) {
        BY_WHOM.set(change, clock);
      } else if (REOPENED.contains(change.get(STATE))) {
        BY_WHOM.clear(change);
      }
    }
  }

  private static void keepStatesEqual(RecordChange change) {
    String state = change.get(STATE);
    String same = change.get(SAME_STATE);
    if (state.equals(same)) {
      return;
    }
    boolean stateMoved = moved(change, STATE);
    boolean sameMoved = moved(change, SAME_STATE);
    if (stateMoved && sameMoved) {
      throw change.invalid(
          SAME_STATE,
          "State (incident.state) is '%s' and Incident state (incident.incident_state) is '%s': they are one; give one of them, or both the same value."
              .formatted(state, same));
    }
    change.set(sameMoved ? STATE : SAME_STATE, sameMoved ? same : state);
  }

  /** Whether the caller wants another value than the record has, or than a new one would get. */
  private static boolean moved(RecordChange change, String field) {
    String from =
        change
            .before()
            .map(before -> before.get(field))
            .orElseGet(() -> change.table().require(field).defaultValue());
    return !change.get(field).equals(from);
  }

  private static void requireResolution(RecordChange change) {
    boolean touched =
        change.isChanged(STATE)
            || change.isChanged("close_code")
            || change.isChanged("close_notes");
    for (String field : new String[] {"close_code", "close_notes"}) {
      if (touched && change.get(field).isBlank()) {
        throw change.invalid(
            field,
            "Resolving an incident needs a Resolution code (close_code) and Resolution notes (close_notes): %s is empty."
                .formatted(change.table().require(field).label()));
      }
    }
  }
}
