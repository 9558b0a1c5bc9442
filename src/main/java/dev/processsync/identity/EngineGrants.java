package dev.processsync.identity;

import dev.processsync.login.SecurityConfiguration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/**
 * What roles mean inside the engine: administrators may do everything, process sync administrators
 * see, deploy and repair processes, everybody else has the task list. Who gets as far as the engine
 * at all is decided by {@link SecurityConfiguration}.
 */
@Component
class EngineGrants {

  /**
   * What process sync administrators may: see everything, deploy, delete and suspend models, try a
   * failed job again, end an instance, give a task to somebody. What would change what a flow does
   * with its data, or let one begin outside the queues, is not among it.
   */
  private static final Map<Resource, List<Permission>> PROCESS_SYNC =
      Map.of(
          Resources.PROCESS_DEFINITION,
          List.of(
              ProcessDefinitionPermissions.READ,
              ProcessDefinitionPermissions.DELETE,
              ProcessDefinitionPermissions.SUSPEND,
              ProcessDefinitionPermissions.READ_TASK,
              ProcessDefinitionPermissions.READ_TASK_VARIABLE,
              ProcessDefinitionPermissions.TASK_ASSIGN,
              ProcessDefinitionPermissions.READ_INSTANCE,
              ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
              ProcessDefinitionPermissions.DELETE_INSTANCE,
              ProcessDefinitionPermissions.RETRY_JOB,
              ProcessDefinitionPermissions.READ_HISTORY,
              ProcessDefinitionPermissions.READ_HISTORY_VARIABLE),
          Resources.PROCESS_INSTANCE,
          List.of(
              ProcessInstancePermissions.READ,
              ProcessInstancePermissions.DELETE,
              ProcessInstancePermissions.RETRY_JOB),
          Resources.TASK,
          List.of(
              TaskPermissions.READ,
              TaskPermissions.READ_VARIABLE,
              TaskPermissions.READ_HISTORY,
              TaskPermissions.TASK_ASSIGN),
          Resources.DEPLOYMENT,
          List.of(Permissions.READ, Permissions.CREATE, Permissions.DELETE),
          Resources.BATCH,
          List.of(
              BatchPermissions.READ,
              BatchPermissions.READ_HISTORY,
              BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES,
              BatchPermissions.CREATE_BATCH_DELETE_RUNNING_PROCESS_INSTANCES),
          Resources.HISTORIC_PROCESS_INSTANCE,
          List.of(HistoricProcessInstancePermissions.READ),
          Resources.HISTORIC_TASK,
          List.of(HistoricTaskPermissions.READ));

  /** What an earlier version granted and this one does not. */
  private static final List<Resource> FORMER = List.of(Resources.DECISION_DEFINITION);

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
    PROCESS_SYNC.forEach(
        (resource, permissions) -> {
          reduce(resource, permissions);
          grant(
              Role.PROCESS_SYNC,
              resource,
              Authorization.ANY,
              permissions.toArray(new Permission[0]));
        });
    FORMER.forEach(resource -> reduce(resource, List.of()));
    for (String application : List.of("cockpit", "tasklist")) {
      grant(Role.PROCESS_SYNC, Resources.APPLICATION, application, Permissions.ACCESS);
    }
    grantEverybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
  }

  /** An earlier version granted everything; what an administrator has changed since stays. */
  private void reduce(Resource resource, List<Permission> permissions) {
    Authorization former =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(Role.PROCESS_SYNC)
            .resourceType(resource)
            .resourceId(Authorization.ANY)
            .authorizationType(Authorization.AUTH_TYPE_GRANT)
            .singleResult();
    if (former == null || !former.isEveryPermissionGranted()) {
      return;
    }
    if (permissions.isEmpty()) {
      authorizations.deleteAuthorization(former.getId());
    } else {
      former.setPermissions(permissions.toArray(new Permission[0]));
      authorizations.saveAuthorization(former);
    }
  }

  private void grant(String group, Resource resource, String id, Permission... permissions) {
    if (authorizations
            .createAuthorizationQuery()
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .count()
        == 0) {
      Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(group);
      save(grant, resource, id, permissions);
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

  private void save(Authorization grant, Resource resource, String id, Permission... permissions) {
    grant.setResource(resource);
    grant.setResourceId(id);
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }
}
