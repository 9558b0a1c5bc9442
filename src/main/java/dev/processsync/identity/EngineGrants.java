package dev.processsync.identity;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * What roles mean inside the engine: administrators may do everything, process sync administrators
 * see, deploy and repair processes, everybody else has the task list. Who gets as far as the engine
 * at all is decided by {@link SecurityConfiguration}.
 */
@Component
class EngineGrants {

  private static final List<Resource> PROCESS_RESOURCES =
      List.of(
          Resources.PROCESS_DEFINITION,
          Resources.PROCESS_INSTANCE,
          Resources.TASK,
          Resources.DEPLOYMENT,
          Resources.DECISION_DEFINITION,
          Resources.BATCH,
          Resources.HISTORIC_PROCESS_INSTANCE,
          Resources.HISTORIC_TASK);

  private final AuthorizationService authorizations;
  private final IdentityService identities;

  EngineGrants(AuthorizationService authorizations, IdentityService identities) {
    this.authorizations = authorizations;
    this.identities = identities;
  }

  /** Adds what is missing. */
  void ensure() {
    if (!identities.isReadOnly()
        && identities.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
      Group admins = identities.newGroup(Groups.CAMUNDA_ADMIN);
      admins.setName("camunda BPM Administrators");
      admins.setType(Groups.GROUP_TYPE_SYSTEM);
      identities.saveGroup(admins);
    }
    for (Resource resource : Resources.values()) {
      grant(Groups.CAMUNDA_ADMIN, resource, Authorization.ANY, Permissions.ALL);
      grant(Role.ADMIN, resource, Authorization.ANY, Permissions.ALL);
    }
    PROCESS_RESOURCES.forEach(
        resource -> grant(Role.PROCESS_SYNC, resource, Authorization.ANY, Permissions.ALL));
    for (String application : List.of("cockpit", "tasklist")) {
      grant(Role.PROCESS_SYNC, Resources.APPLICATION, application, Permissions.ACCESS);
    }
    grantEverybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
  }

  private void grant(String group, Resource resource, String id, Permission permission) {
    if (authorizations
            .createAuthorizationQuery()
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .count()
        == 0) {
      Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(group);
      save(grant, resource, id, permission);
    }
  }

  private void grantEverybody(Resource resource, String id, Permission permission) {
    if (authorizations
            .createAuthorizationQuery()
            .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
            .resourceType(resource)
            .resourceId(id)
            .count()
        == 0) {
      save(
          authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL),
          resource,
          id,
          permission);
    }
  }

  private void save(Authorization grant, Resource resource, String id, Permission permission) {
    grant.setResource(resource);
    grant.setResourceId(id);
    grant.addPermission(permission);
    authorizations.saveAuthorization(grant);
  }
}
