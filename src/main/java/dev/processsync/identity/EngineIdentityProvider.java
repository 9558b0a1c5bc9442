package dev.processsync.identity;

import dev.processsync.login.WrongPasswords;
import dev.processsync.record.Actor;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's own identity store, telling the records of every change, so that what an
 * administrator does in Camunda Admin is seen in the tables too.
 */
final class EngineIdentityProvider extends DbIdentityServiceProvider {

  private final EngineMirror mirror;
  private final Users users;

  private EngineIdentityProvider(EngineMirror mirror, Users users) {
    this.mirror = mirror;
    this.users = users;
  }

  /** Makes one for each command of the engine. */
  record Factory(ObjectProvider<EngineMirror> mirror, ObjectProvider<Users> users)
      implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return EngineIdentityProvider.class;
    }

    @Override
    public Session openSession() {
      return new EngineIdentityProvider(mirror.getObject(), users.getObject());
    }
  }

  /**
   * An inactive user has no password that counts, whichever door it is tried at; it takes as long
   * to say so as for any other. The engine's own delay after a wrong password is left out: a
   * stranger's guesses would keep the user out. {@link WrongPasswords} counts instead.
   */
  @Override
  public boolean checkPassword(String userId, @Nullable String password) {
    UserEntity user = password == null ? null : findUserById(userId);
    if (password == null || user == null || user.getPassword() == null) {
      SlowHash.pretendToCheck(password);
      return false;
    }
    return matchPassword(password, user) && users.byUserName(userId).isPresent();
  }

  /** Their password people change themselves; who they are is the administrator's to say. */
  @Override
  public IdentityOperationResult saveUser(User user) {
    if (!isOwnPassword(user)) {
      requireAdministrator(Permissions.UPDATE, Resources.USER, user.getId());
    }
    IdentityOperationResult result = super.saveUser(user);
    mirror.userSaved(user);
    return result;
  }

  @Override
  public IdentityOperationResult deleteUser(String userId) {
    requireAdministrator(Permissions.DELETE, Resources.USER, userId);
    mirror.userDeleted(userId);
    return super.deleteUser(userId);
  }

  @Override
  public IdentityOperationResult saveGroup(Group group) {
    requireAdministrator(Permissions.UPDATE, Resources.GROUP, group.getId());
    IdentityOperationResult result = super.saveGroup(group);
    mirror.groupSaved(group);
    return result;
  }

  @Override
  public IdentityOperationResult deleteGroup(String groupId) {
    requireAdministrator(Permissions.DELETE, Resources.GROUP, groupId);
    mirror.groupDeleted(groupId);
    return super.deleteGroup(groupId);
  }

  @Override
  public IdentityOperationResult createMembership(String userId, String groupId) {
    requireAdministrator(Permissions.CREATE, Resources.GROUP_MEMBERSHIP, groupId);
    IdentityOperationResult result = super.createMembership(userId, groupId);
    mirror.memberAdded(userId, groupId);
    return result;
  }

  @Override
  public IdentityOperationResult deleteMembership(String userId, String groupId) {
    requireAdministrator(Permissions.DELETE, Resources.GROUP_MEMBERSHIP, groupId);
    mirror.memberRemoved(userId, groupId);
    return super.deleteMembership(userId, groupId);
  }

  /**
   * The rule of the tables of users, groups and memberships, which holds for the engine's own ways
   * in, too, whatever is granted there: asked before any rule of ours could tell of others.
   */
  private void requireAdministrator(Permissions permission, Resources resource, String id) {
    CommandContext command = Context.getCommandContext();
    String caller = command.getAuthenticatedUserId();
    if (caller == null || !command.isAuthorizationCheckEnabled()) {
      return; // The instance itself: it was asked where the call came in.
    }
    if (users.byUserName(caller).filter(Actor::isAdmin).isEmpty()) {
      throw new AuthorizationException(caller, permission.getName(), resource.resourceName(), id);
    }
  }

  private boolean isOwnPassword(User user) {
    String caller = Context.getCommandContext().getAuthenticatedUserId();
    UserEntity stored = user.getId().equals(caller) ? findUserById(caller) : null;
    return stored != null
        && Objects.equals(stored.getFirstName(), user.getFirstName())
        && Objects.equals(stored.getLastName(), user.getLastName())
        && Objects.equals(stored.getEmail(), user.getEmail());
  }
}
