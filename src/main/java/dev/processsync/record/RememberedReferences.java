package dev.processsync.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.References.Resolved;
import dev.processsync.support.CommittedMemory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What references led to on this node a moment ago: nearly every record names a group or a user,
 * and those change seldom. A commit here that changes a table makes it forget the table; what other
 * nodes change is seen after {@link CommittedMemory#REFRESH}, as it is of configuration. What led
 * nowhere is looked up each time: it may be there the next moment.
 */
final class RememberedReferences {

  private static final int MOST = 2_000;

  private final Cache<Place, Resolved> resolved =
      Caffeine.newBuilder().expireAfterWrite(CommittedMemory.REFRESH).maximumSize(MOST).build();
  private final Cache<Place, TableRecord> records =
      Caffeine.newBuilder().expireAfterWrite(CommittedMemory.REFRESH).maximumSize(MOST).build();

  /** Counts the commits that changed a table: what was read at an earlier count is worthless. */
  private final Map<String, AtomicLong> commits = new ConcurrentHashMap<>();

  /** At which count of commits what was asked for. */
  private record Place(String table, long commits, String asked) {}

  /** What is meant, remembered if that is a record. */
  Resolved resolve(String table, String idOrDisplay, Supplier<Resolved> lookUp) {
    Place place = place(table, idOrDisplay);
    Resolved known = resolved.getIfPresent(place);
    if (known != null) {
      return known;
    }
    Resolved found = lookUp.get();
    if (found instanceof Resolved.Found) {
      resolved.put(place, found);
    }
    return found;
  }

  /** The record, remembered if there is one. */
  Optional<TableRecord> record(String table, String sysId, Supplier<Optional<TableRecord>> lookUp) {
    Place place = place(table, sysId);
    TableRecord known = records.getIfPresent(place);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<TableRecord> found = lookUp.get();
    found.ifPresent(record -> records.put(place, record));
    return found;
  }

  /** The names of those of these records that are remembered, by sys_id. */
  Map<String, String> names(Table table, Collection<String> sysIds) {
    Map<String, String> names = new HashMap<>();
    for (String sysId : sysIds) {
      TableRecord record = records.getIfPresent(place(table.name(), sysId));
      if (record != null) {
        names.put(sysId, record.get(table.display()));
      }
    }
    return names;
  }

  /** A change of the table was committed. */
  void changed(String table) {
    count(table).incrementAndGet();
  }

  private Place place(String table, String asked) {
    return new Place(table, count(table).get(), asked);
  }

  private AtomicLong count(String table) {
    return commits.computeIfAbsent(table, name -> new AtomicLong());
  }
}
