package dev.processsync.correlation;

import dev.processsync.dictionary.FieldValue;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;

/** A person may end a link, or take it up again: both are noted. */
@Component
class CorrelationRule implements RecordRule {

  private final Clock clock;

  CorrelationRule(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean appliesTo(String table) {
    return table.equals("ih_sync_correlation");
  }

  @Override
  public void beforeWrite(RecordChange change) {
    if (!change.isChanged("state")) {
      return;
    }
    boolean ended = change.get("state").equals("inactive");
    if (!ended || change.get("ended_because").isEmpty()) {
      change.set("ended_because", ended ? Ending.Why.BY_HAND.value() : "");
      change.set("ended_on", ended ? LocalDateTime.now(clock).format(FieldValue.DATE_TIME) : "");
      change.set("ended_by", ended ? change.actor().userName() : "");
    }
  }
}
