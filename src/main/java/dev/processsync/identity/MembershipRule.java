package dev.processsync.identity;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import dev.processsync.record.Records;
import org.springframework.stereotype.Component;

/** Who has which role and belongs to which group: memberships of the engine. */
@Component
class MembershipRule implements RecordRule {

  private static final String GRANTS = "sys_user_has_role";

  private final Records records;
  private final EngineIdentities engine;
  private final LastAdmin lastAdmin;

  MembershipRule(Records records, EngineIdentities engine, LastAdmin lastAdmin) {
    this.records = records;
    this.engine = engine;
    this.lastAdmin = lastAdmin;
  }

  @Override
  public boolean appliesTo(String table) {
    return table.equals(GRANTS) || table.equals("sys_user_grmember");
  }

  @Override
  public void beforeWrite(RecordChange change) {
    String target = target(change);
    if (!change.isCreate() && (change.isChanged("user") || change.isChanged(target))) {
      throw change.invalid(
          "", "A membership can't be moved: delete this one and create another one.");
    }
    if (change.isCreate() && engine.isReadOnly() && !Mirroring.isActive()) {
      throw change.invalid("", "Memberships come from a directory: change them there.");
    }
  }

  @Override
  public void afterWrite(RecordChange change) {
    if (change.isCreate() && !Mirroring.isActive() && !engine.isReadOnly()) {
      engine.addMember(login(change), name(change));
    }
  }

  @Override
  public void beforeDelete(RecordChange change) {
    String name = name(change);
    if (change.table().name().equals(GRANTS) && name.equals(Role.ADMIN)) {
      lastAdmin.mustNotBe(change.get("user"));
    }
    if (!Mirroring.isActive() && !engine.isReadOnly()) {
      engine.removeMember(login(change), name);
    }
  }

  private String login(RecordChange change) {
    return read("sys_user", change.get("user")).get("user_name");
  }

  private String name(RecordChange change) {
    boolean role = change.table().name().equals(GRANTS);
    return read(role ? "sys_user_role" : "sys_user_group", change.get(target(change))).get("name");
  }

  private static String target(RecordChange change) {
    return change.table().name().equals(GRANTS) ? "role" : "group";
  }

  private TableRecord read(String table, String sysId) {
    return records.get(Actor.system(), table, sysId);
  }
}
