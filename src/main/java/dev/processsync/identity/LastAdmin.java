package dev.processsync.identity;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.RecordConflict;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Nobody can lock everybody out: one active user with the role {@code admin} always remains. */
@Component
class LastAdmin {

  private final Records records;

  LastAdmin(Records records) {
    this.records = records;
  }

  /**
   * @param userId the user who is about to be no active admin any more
   * @throws RecordConflict if there is no other
   */
  void mustNotBe(String userId) {
    Actor system = Actor.system();
    List<TableRecord> roles = records.findBy(system, "sys_user_role", Map.of("name", Role.ADMIN));
    if (roles.isEmpty()) {
      return;
    }
    String admin = roles.get(0).sysId();
    // Two administrators who remove each other at the same moment take turns here.
    records.lock(system, "sys_user_role", admin);
    List<TableRecord> admins =
        records.findBy(system, "sys_user_has_role", Map.of("role", admin)).stream()
            .flatMap(granted -> records.find(system, "sys_user", granted.get("user")).stream())
            .filter(user -> user.isTrue("active"))
            .toList();
    if (admins.size() == 1 && admins.get(0).sysId().equals(userId)) {
      throw new RecordConflict(
          "User '%s' is the last active administrator: give another active user the role admin first."
              .formatted(admins.get(0).get("user_name")));
    }
  }
}
