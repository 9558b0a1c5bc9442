package dev.processsync.designer.dryrun;

import dev.processsync.designer.dryrun.DryRunResult.Change;
import dev.processsync.designer.dryrun.DryRunResult.Written;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.RecordChanged;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes which records this thread's dry run writes; of those that its starter may not read, only
 * that they would be written.
 */
@Component
class WrittenRecords {

  private final Dictionary dictionary;
  private final ThreadLocal<@Nullable Notes> noted = new ThreadLocal<>();

  WrittenRecords(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  private record Notes(Actor reader, List<Written> records) {}

  /** Notes into the list while the flow runs. */
  void note(Actor reader, List<Written> into, Runnable flow) {
    noted.set(new Notes(reader, into));
    try {
      flow.run();
    } finally {
      noted.remove();
    }
  }

  @EventListener
  void on(RecordChanged change) {
    Notes notes = noted.get();
    if (notes != null) {
      Set<String> readers = dictionary.require(change.table()).access().read();
      notes.records().add(written(change, notes.reader().hasAnyOf(readers)));
    }
  }

  private static Written written(RecordChanged change, boolean readable) {
    Map<String, Change> fields = new TreeMap<>();
    for (String field : readable ? change.changed() : Set.<String>of()) {
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
