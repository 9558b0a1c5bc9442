package dev.processsync.change;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who changed each field of a record last, and when. It is kept in one field of the record itself,
 * so that noting it costs no statement and no version of a row.
 */
public final class FieldChanges {

  /** The field of a record that keeps them. */
  public static final String FIELD = "sys_field_changes";

  /** What is not named was changed when this was: when the record came from another instance. */
  private static final String OTHERS = "*";

  /** Stands for no field: the latest that was heard of, though it has changed none. */
  private static final String HEARD = "~";

  private static final int MOST_CHARACTERS = 4_000;

  private final Map<String, FieldChange> byField;

  private FieldChanges(Map<String, FieldChange> byField) {
    this.byField = byField;
  }

  /** Of a record that another instance has caused. */
  public static FieldChanges begunBy(FieldChange change) {
    return new FieldChanges(Map.of(OTHERS, change));
  }

  /** Reads what {@link #toString} wrote; a line that is nothing of the kind is passed over. */
  public static FieldChanges parse(String text) {
    Map<String, FieldChange> byField = new LinkedHashMap<>();
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      read(text.substring(from, end), byField);
      from = end + 1;
    }
    return new FieldChanges(byField);
  }

  private static void read(String line, Map<String, FieldChange> into) {
    String[] parts = line.split(" ", 3);
    if (parts.length == 3) {
      HybridTime.parse(parts[1])
          .ifPresent(time -> into.put(parts[0], new FieldChange(time, parts[2])));
    }
  }

  /** The last change of a field. */
  public FieldChange of(String field) {
    FieldChange change = byField.get(field);
    return change == null ? byField.getOrDefault(OTHERS, FieldChange.NONE) : change;
  }

  /** The latest of all. */
  public HybridTime latest() {
    return byField.values().stream()
        .map(FieldChange::time)
        .max(Comparator.naturalOrder())
        .orElse(HybridTime.NONE);
  }

  /** Whether anything was heard of that changed nothing: a person may have been asked. */
  public boolean isHeard() {
    return byField.containsKey(HEARD);
  }

  /** The same, and what is changed next is later than this. */
  public FieldChanges heard(FieldChange change) {
    FieldChange known = byField.getOrDefault(HEARD, FieldChange.NONE);
    return with(Set.of(HEARD), known.time().isAfter(change.time()) ? known : change);
  }

  /** The same, after these fields were changed. */
  public FieldChanges with(Collection<String> fields, FieldChange change) {
    Map<String, FieldChange> now = new LinkedHashMap<>(byField);
    fields.forEach(field -> now.put(field, change));
    return new FieldChanges(now);
  }

  /** A line for each field: name, time and login. Of more than there is room for the latest. */
  @Override
  public String toString() {
    String all = text(byField);
    if (all.length() <= MOST_CHARACTERS) {
      return all;
    }
    Map<String, FieldChange> left = new LinkedHashMap<>(byField);
    while (text(left).length() > MOST_CHARACTERS) {
      Map.Entry<String, FieldChange> oldest =
          left.entrySet().stream()
              .filter(entry -> !entry.getKey().equals(OTHERS))
              .min(Map.Entry.comparingByValue(Comparator.comparing(FieldChange::time)))
              .orElseThrow();
      left.remove(oldest.getKey());
      left.merge(
          OTHERS,
          oldest.getValue(),
          (one, other) -> one.time().isAfter(other.time()) ? one : other);
    }
    return text(left);
  }

  private static String text(Map<String, FieldChange> byField) {
    StringBuilder text = new StringBuilder();
    byField.forEach(
        (field, change) ->
            text.append(text.isEmpty() ? "" : "\n")
                .append(field)
                .append(' ')
                .append(change.time())
                .append(' ')
                .append(change.by()));
    return text.toString();
  }
}
