package dev.processsync;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;

/**
 * Tests share an instance, and some leave more administrators there: then {@code admin} is not the
 * last one, and who tries whether it can be deleted has deleted it, for all tests after.
 */
public final class OneAdministrator {

  private static final Actor SYSTEM = Actor.system();

  private OneAdministrator() {}

  /** Does this while {@code admin} is the only active administrator. */
  public static void during(Records records, Runnable test) {
    String role = records.findBy(SYSTEM, "sys_user_role", Map.of("name", "admin")).get(0).sysId();
    List<TableRecord> others =
        records.findBy(SYSTEM, "sys_user_has_role", Map.of("role", role)).stream()
            .map(grant -> records.get(SYSTEM, "sys_user", grant.get("user")))
            .filter(user -> user.isTrue("active") && !"admin".equals(user.get("user_name")))
            .toList();
    activate(records, others, "false");
    try {
      test.run();
    } finally {
      activate(records, others, "true");
    }
  }

  private static void activate(Records records, List<TableRecord> users, String active) {
    users.forEach(
        user -> records.update(SYSTEM, "sys_user", user.sysId(), Map.of("active", active)));
  }
}
