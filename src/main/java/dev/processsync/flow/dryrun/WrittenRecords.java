package dev.processsync.flow.dryrun;

import dev.processsync.flow.dryrun.DryRunResult.Change;
import dev.processsync.flow.dryrun.DryRunResult.Written;
import dev.processsync.table.RecordChanged;
import dev.processsync.table.TableRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes which records this thread's dry run writes. */
@Component
class WrittenRecords {

  private final ThreadLocal<@Nullable List<Written>> noted = new ThreadLocal<>();

  /** Notes into the list while the flow runs. */
  void note(List<Written> into, Runnable flow) {
    noted.set(into);
    try {
      flow.run();
    } finally {
      noted.remove();
    }
  }

  @EventListener
  void on(RecordChanged change) {
    List<Written> into = noted.get();
    if (into != null) {
      into.add(written(change));
    }
  }

  private static Written written(RecordChanged change) {
    Map<String, Change> fields = new TreeMap<>();
    for (String field : change.changed()) {
      String before = value(change.before(), field);
      String after = value(change.after(), field);
      if (!field.startsWith("sys_") && !before.equals(after)) {
        fields.put(field, new Change(before, after));
      }
    }
    return new Written(change.operation().value(), change.table(), change.record().sysId(), fields);
  }

  private static String value(@Nullable TableRecord record, String field) {
    return record == null ? "" : record.get(field);
  }
}
