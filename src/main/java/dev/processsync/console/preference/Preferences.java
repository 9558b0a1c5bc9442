package dev.processsync.console.preference;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The choices of users, each under a name such as {@code list.incident.columns}. */
@Component
public class Preferences {

  private static final String TABLE = "sys_user_preference";
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+){0,5}");
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_VALUE = 20_000;

  private final Records records;

  Preferences(Records records) {
    this.records = records;
  }

  /** What this user chose; empty if nothing yet. */
  public Optional<String> find(Actor user, String name) {
    return stored(user, name).map(choice -> choice.get("value"));
  }

  /**
   * Keeps a choice of this user.
   *
   * @param value up to 20,000 characters; empty forgets the choice
   * @throws InvalidRecord if the name or the value can't be kept
   */
  public void put(Actor user, String name, String value) {
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      throw new InvalidRecord(
          TABLE,
          "name",
          "A preference can't be named '%s': small letters, digits, _ and . with at most %d characters."
              .formatted(name, LONGEST_NAME));
    }
    if (value.length() > LONGEST_VALUE) {
      throw new InvalidRecord(
          TABLE,
          "value",
          "The preference %s has %d characters; %d fit."
              .formatted(name, value.length(), LONGEST_VALUE));
    }
    try {
      write(user, name, value);
    } catch (RecordConflict chosenTwiceAtOnce) {
      write(user, name, value);
    }
  }

  private void write(Actor user, String name, String value) {
    Optional<TableRecord> before = stored(user, name);
    if (before.isPresent() && value.isEmpty()) {
      records.delete(Actor.system(), TABLE, before.get().sysId());
    } else if (before.isPresent()) {
      records.update(Actor.system(), TABLE, before.get().sysId(), Map.of("value", value));
    } else if (!value.isEmpty()) {
      records.insert(
          Actor.system(), TABLE, Map.of("user", user.sysId(), "name", name, "value", value));
    }
  }

  private Optional<TableRecord> stored(Actor user, String name) {
    List<TableRecord> found =
        records.findBy(Actor.system(), TABLE, Map.of("user", user.sysId(), "name", name));
    return found.stream().findFirst();
  }
}
