package dev.processsync.connection;

import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import org.springframework.stereotype.Component;

/** An alias is known by its name without spaces (docs/reference.md, "Tables"). */
@Component
class AliasRule implements RecordRule {

  @Override
  public boolean appliesTo(String table) {
    return table.equals("sys_alias");
  }

  @Override
  public void beforeWrite(RecordChange change) {
    change.set("id", change.get("name").strip().replace(' ', '_'));
  }
}
