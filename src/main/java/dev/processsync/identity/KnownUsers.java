package dev.processsync.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.RecordChanged;
import dev.processsync.record.Records;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Users from their records. Remembered for seconds: this node forgets with each change, another
 * node sees a revoked role when its memory ends.
 */
@Service
class KnownUsers implements Users {

  private static final Set<String> TABLES =
      Set.of("sys_user", "sys_user_role", "sys_user_has_role");

  private final Records records;
  private final AtomicLong changes = new AtomicLong();
  private final Cache<String, Optional<Actor>> byName = memory();
  private final Cache<String, Optional<String>> names = memory();

  KnownUsers(Records records) {
    this.records = records;
  }

  @Override
  public Optional<Actor> bySysId(String sysId) {
    return known(names, sysId, this::loadName).flatMap(this::byUserName);
  }

  @Override
  public Optional<Actor> byUserName(String userName) {
    return Names.LOGIN.matcher(userName).matches()
        ? known(byName, userName, this::load)
        : Optional.empty();
  }

  /** What was read while something changed is not remembered: it may be old already. */
  private <T> Optional<T> known(
      Cache<String, Optional<T>> memory, String key, Function<String, Optional<T>> load) {
    Optional<T> known = memory.getIfPresent(key);
    if (known == null) {
      long before = changes.get();
      known = load.apply(key);
      if (changes.get() == before) {
        memory.put(key, known);
      }
    }
    return known;
  }

  /** Within the changing transaction: it must see its own change. */
  @EventListener
  void changing(RecordChanged change) {
    forget(change);
  }

  /** After it: what was read meanwhile may be older, or undone. */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
  void changed(RecordChanged change) {
    forget(change);
  }

  private void forget(RecordChanged change) {
    if (TABLES.contains(change.table())) {
      changes.incrementAndGet();
      byName.invalidateAll();
      names.invalidateAll();
    }
  }

  private static <T> Cache<String, T> memory() {
    return Caffeine.newBuilder()
        .maximumSize(10_000)
        .expireAfterWrite(Duration.ofSeconds(5))
        .build();
  }

  private Optional<String> loadName(String sysId) {
    return records.find(Actor.system(), "sys_user", sysId).map(user -> user.get("user_name"));
  }

  private Optional<Actor> load(String userName) {
    return records.findBy(Actor.system(), "sys_user", Map.of("user_name", userName)).stream()
        .filter(user -> user.isTrue("active"))
        .findFirst()
        .map(user -> new Actor(userName, user.sysId(), rolesOf(user), true, null));
  }

  private Set<String> rolesOf(TableRecord user) {
    Set<String> roles = new LinkedHashSet<>();
    records
        .findBy(Actor.system(), "sys_user_has_role", Map.of("user", user.sysId()))
        .forEach(
            granted ->
                records
                    .find(Actor.system(), "sys_user_role", granted.get("role"))
                    .ifPresent(role -> roles.add(role.get("name"))));
    if (!roles.contains(Role.EXTERNAL) && !Role.isMereApiUser(roles)) {
      roles.add(Role.INTERNAL);
    }
    return roles;
  }
}
