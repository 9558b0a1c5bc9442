package dev.processsync.record;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.storage.RecordStorage;
import dev.processsync.support.ShortText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Finds the record that a reference means: names are compared as queries compare them, without
 * regard to case, and without blanks around them. A name that is written exactly so comes first.
 */
@Component
public class References {

  private final Dictionary dictionary;
  private final RecordStorage storage;
  private final RememberedReferences remembered = new RememberedReferences();

  References(Dictionary dictionary, RecordStorage storage) {
    this.dictionary = dictionary;
    this.storage = storage;
  }

  /** What a reference led to. */
  public sealed interface Resolved {
    /** Exactly one record is meant. */
    record Found(String sysId) implements Resolved {}

    /** No record has this id or display value. */
    record Unknown() implements Resolved {}

    /**
     * Several records have this display value: none of them is meant for sure.
     *
     * @param meant the first of them
     */
    record Ambiguous(List<Named> meant) implements Resolved {
      public Ambiguous {
        meant = List.copyOf(meant);
      }

      /** {@code 'Hardware' (0a1b…) and 'hardware' (2c3d…)}, so that people can tell them apart. */
      public String inWords() {
        String listed =
            meant.stream()
                .limit(MOST_NAMED)
                .map(named -> "'%s' (%s)".formatted(named.name(), named.sysId()))
                .collect(Collectors.joining(" and "));
        return meant.size() > MOST_NAMED ? listed + " and others" : listed;
      }
    }

    /** A record and what it is called. */
    record Named(String name, String sysId) {}
  }

  private static final int MOST_NAMED = 3;

  /**
   * By id, else by display value (docs/reference.md, "Payload": ids differ between instances).
   *
   * @param idOrDisplay never empty
   */
  public Resolved resolve(String tableName, String idOrDisplay) {
    Table table = dictionary.require(tableName);
    String meant = idOrDisplay.strip();
    return resolved()
        .map(
            known ->
                known.resolve(
                    tableName,
                    meant,
                    () ->
                        mayRemember(table, known)
                            ? remembered.resolve(tableName, meant, () -> lookUp(table, meant))
                            : lookUp(table, meant)))
        .orElseGet(() -> lookUp(table, meant));
  }

  private Optional<ResolvedReferences> resolved() {
    return ResolvedReferences.ofTransaction(remembered::changed);
  }

  /**
   * Only what administrators alone write, which is seldom: other records may have been changed on
   * another node in this very moment, and what is captured may hang on it.
   */
  private static boolean mayRemember(Table table, ResolvedReferences known) {
    return table.access().write().isEmpty() && !known.hasChanged(table.name());
  }

  /** The record that a stored reference points to, as the transaction has first seen it. */
  public Optional<TableRecord> find(String tableName, String sysId) {
    Table table = dictionary.require(tableName);
    return resolved()
        .map(
            known ->
                known.record(
                    tableName,
                    sysId,
                    () ->
                        mayRemember(table, known)
                            ? remembered.record(tableName, sysId, () -> storage.find(table, sysId))
                            : storage.find(table, sysId)))
        .orElseGet(() -> storage.find(table, sysId));
  }

  /** The names of these records, as far as they are remembered, by sys_id. */
  Map<String, String> names(Table table, Collection<String> sysIds) {
    return resolved()
        .map(
            known -> {
              Map<String, String> names = known.names(table, sysIds);
              if (mayRemember(table, known)) {
                remembered.names(table, sysIds).forEach(names::putIfAbsent);
              }
              return names;
            })
        .orElse(Map.of());
  }

  private Resolved lookUp(Table table, String idOrDisplay) {
    if (SysId.isValid(idOrDisplay) && find(table.name(), idOrDisplay).isPresent()) {
      return new Resolved.Found(idOrDisplay);
    }
    List<TableRecord> called;
    try {
      called = storage.called(table, idOrDisplay, MOST_NAMED + 1);
    } catch (InvalidRecord nobodyCanBeCalledSo) {
      return new Resolved.Unknown();
    }
    return switch (called.size()) {
      case 0 -> new Resolved.Unknown();
      case 1 -> found(table, called.get(0));
      default ->
          new Resolved.Ambiguous(
              called.stream()
                  .map(record -> new Resolved.Named(record.get(table.display()), record.sysId()))
                  .toList());
    };
  }

  /** Whoever writes a reference shows it soon. */
  private Resolved found(Table table, TableRecord record) {
    resolved()
        .ifPresent(
            known -> {
              known.record(table.name(), record.sysId(), () -> Optional.of(record));
              if (mayRemember(table, known)) {
                remembered.record(table.name(), record.sysId(), () -> Optional.of(record));
              }
            });
    return new Resolved.Found(record.sysId());
  }

  /** What was found before may be wrong after a record has changed. */
  @EventListener
  void on(RecordChanged change) {
    resolved().ifPresent(known -> known.changed(change.table()));
  }

  /**
   * The id to store for what a caller wrote.
   *
   * @throws InvalidRecord if nothing or several things are meant
   */
  String require(Table table, Field field, String idOrDisplay) {
    String target = field.reference();
    if (target == null) {
      throw new IllegalArgumentException(field.name() + " is no reference");
    }
    Resolved resolved = resolve(target, idOrDisplay);
    if (resolved instanceof Resolved.Found found) {
      return found.sysId();
    }
    String reason =
        resolved instanceof Resolved.Ambiguous ambiguous
            ? "several records of %s are called so, %s; give the sys_id"
                .formatted(target, ambiguous.inWords())
            : "no record of %s has this sys_id or %s"
                .formatted(target, dictionary.require(target).display());
    String shown = ShortText.of(idOrDisplay, 80);
    throw new InvalidRecord(
        table.name(),
        field.name(),
        "%s (%s.%s) is '%s': %s."
            .formatted(field.label(), table.name(), field.name(), shown, reason));
  }
}
