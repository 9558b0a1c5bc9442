package dev.processsync.identity;

import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;

/** Roles and groups: both are groups of the engine under their names, which therefore stay. */
@Component
class NamedGroupRule implements RecordRule {

  private static final String ROLES = "sys_user_role";
  private static final Set<String> RESERVED = Set.of(Role.INTERNAL, Groups.CAMUNDA_ADMIN);

  private final EngineIdentities engine;

  NamedGroupRule(EngineIdentities engine) {
    this.engine = engine;
  }

  @Override
  public boolean appliesTo(String table) {
    return table.equals(ROLES) || table.equals("sys_user_group");
  }

  @Override
  public void beforeWrite(RecordChange change) {
    if (change.isCreate()) {
      change.set("name", change.get("name").strip());
    }
    String name = change.get("name");
    if (!change.isCreate()) {
      if (change.isChanged("name")) {
        throw change.invalid(
            "name",
            "%s '%s' can't be renamed: processes and grants know it by its name. Create another one."
                .formatted(
                    change.table().label(),
                    change.before().map(before -> before.get("name")).orElse("")));
      }
      return;
    }
    boolean role = isRole(change);
    if (!name.isBlank() && !(role ? Names.ROLE : Names.GROUP).matcher(name).matches()) {
      throw change.invalid(
          "name",
          "Name (%s.name) is '%s'; it may have %s and begins with a letter or digit."
              .formatted(
                  change.table().name(),
                  name,
                  role
                      ? "letters, digits and . _ -"
                      : "letters, digits, spaces and . _ - @ + ' & ( ) ,"));
    }
    if (RESERVED.contains(name)) {
      throw change.invalid(
          "name", "'%s' is the system's own name: choose a different one.".formatted(name));
    }
  }

  @Override
  public void afterWrite(RecordChange change) {
    if (change.isCreate() && !Mirroring.isActive() && !engine.isReadOnly()) {
      engine.createGroup(change.get("name"), isRole(change) ? EngineMirror.ROLE_TYPE : "GROUP");
    }
  }

  @Override
  public void beforeDelete(RecordChange change) {
    String name = change.get("name");
    if (isRole(change) && Role.MEANINGS.containsKey(name)) {
      throw change.invalid("", "Role '%s' is built in: it can't be deleted.".formatted(name));
    }
    if (!Mirroring.isActive() && !engine.isReadOnly()) {
      engine.deleteGroup(name);
    }
  }

  private static boolean isRole(RecordChange change) {
    return change.table().name().equals(ROLES);
  }
}
