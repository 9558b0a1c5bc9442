package dev.processsync.connection;

import dev.processsync.table.RecordChange;
import dev.processsync.table.RecordRule;
import org.springframework.stereotype.Component;

/** An alias is known by its name without spaces (reference, "Records an administrator creates"). */
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
