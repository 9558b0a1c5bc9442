package dev.processsync.flow.action.notification;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import dev.processsync.record.References;
import dev.processsync.record.References.Resolved;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who a notification is for: names separated by commas, each an e-mail address, a user's user ID or
 * sys_id, or a group's name (or sys_id), which stands for its active members.
 */
@Component
class Recipients {

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
  private static final int MOST = 100;

  private final Records records;
  private final References references;

  Recipients(Records records, References references) {
    this.records = records;
    this.references = references;
  }

  /**
   * Their addresses, each once; users without one are left out.
   *
   * @param reader who looks users and groups up; not asked for addresses
   * @throws UnknownRecipient if a name is nobody's
   */
  List<String> of(String names, Supplier<Actor> reader) {
    Set<String> addresses = new LinkedHashSet<>();
    Arrays.stream(names.split("[,;]"))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty))
        .flatMap(name -> addresses(name, reader))
        .filter(address -> ADDRESS.matcher(address).matches())
        .forEach(addresses::add);
    if (addresses.size() > MOST) {
      throw new UnknownRecipient(
          "%d recipients are too many for one mail: at most %d.".formatted(addresses.size(), MOST));
    }
    return List.copyOf(addresses);
  }

  private Stream<String> addresses(String name, Supplier<Actor> reader) {
    if (ADDRESS.matcher(name).matches()) {
      return Stream.of(name);
    }
    Actor actor = reader.get();
    Optional<TableRecord> user =
        records
            .find(actor, "sys_user", name)
            .or(
                () ->
                    records.findBy(actor, "sys_user", Map.of("user_name", name)).stream()
                        .findFirst());
    if (user.isPresent()) {
      return user.stream().map(each -> each.get("email"));
    }
    return group(actor, name)
        .map(group -> members(actor, group))
        .orElseThrow(() -> UnknownRecipient.named(name));
  }

  /** Found by its name as every reference to a group is. */
  private Optional<TableRecord> group(Actor actor, String name) {
    Resolved resolved = references.resolve("sys_user_group", name);
    if (resolved instanceof Resolved.Ambiguous ambiguous) {
      throw UnknownRecipient.several(name, ambiguous.inWords());
    }
    return resolved instanceof Resolved.Found found
        ? records.find(actor, "sys_user_group", found.sysId())
        : Optional.empty();
  }

  private Stream<String> members(Actor actor, TableRecord group) {
    List<String> users =
        records
            .list(actor, "sys_user_grmember", Query.equal("group", group.sysId()), 0, MOST + 1)
            .stream()
            .map(member -> member.get("user"))
            .toList();
    return records.findAll(actor, "sys_user", users).stream()
        .filter(user -> user.isTrue("active"))
        .map(user -> user.get("email"));
  }
}
