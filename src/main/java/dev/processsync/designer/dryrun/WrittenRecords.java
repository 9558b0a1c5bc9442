package dev.processsync.designer.dryrun;

import dev.processsync.designer.dryrun.DryRunResult.Change;
import dev.processsync.designer.dryrun.DryRunResult.Written;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.RecordChanged;
import dev.processsync.transaction.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes which records a dry run writes; of those that its starter may not read, only that they
 * would be written.
 */
@Component
class WrittenRecords {

  private static final UnitOfWork.Key<Notes> KEY = new UnitOfWork.Key<>();

  private final Dictionary dictionary;

  WrittenRecords(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  private record Notes(Actor reader, List<Written> records) implements UnitOfWork.Part {}

  /** Notes into the list while the flow runs. */
  static void note(Actor reader, List<Written> into, Runnable flow) {
    UnitOfWork.required().with(KEY, new Notes(reader, into), flow);
  }

  @EventListener
  void on(RecordChanged change) {
    UnitOfWork.find(KEY)
        .ifPresent(
            notes -> {
              Set<String> readers = dictionary.require(change.table()).access().read();
              notes.records().add(written(change, notes.reader().hasAnyOf(readers)));
            });
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
