package dev.processsync.record;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something is done.
 *
 * @param userName the login
 * @param sysId the user's record, empty for the system itself
 * @param roles what access is decided by; {@code admin} may do everything
 * @param interactive whether it is a person who logged in at a browser and waits for the answer;
 *     programs (HTTP Basic), flows and the system itself are not
 * @param event the event of a remote system that is being applied, null if none: a change is never
 *     sent back to where it came from
 * @param witness who sees what this actor reads and writes, null if nobody but the actor: nothing
 *     is allowed that is not allowed to the witness, too
 */
public record Actor(
    String userName,
    String sysId,
    Set<String> roles,
    boolean interactive,
    @Nullable RemoteEvent event,
    @Nullable Actor witness) {

  private static final Actor SYSTEM = new Actor("system", "", Set.of("admin"), false, null);

  public Actor {
    roles = Set.copyOf(roles);
  }

  public Actor(
      String userName,
      String sysId,
      Set<String> roles,
      boolean interactive,
      @Nullable RemoteEvent event) {
    this(userName, sysId, roles, interactive, event, null);
  }

  /** The instance itself: may do everything, needs no login. */
  public static Actor system() {
    return SYSTEM;
  }

  public boolean isAdmin() {
    return roles.contains("admin") && (witness == null || witness.isAdmin());
  }

  public boolean hasAnyOf(Set<String> wanted) {
    return hasOwn(wanted) && (witness == null || witness.hasAnyOf(wanted));
  }

  /** Whether a flow is acting, with what another instance sent. */
  public boolean isFlow() {
    return event != null;
  }

  private boolean hasOwn(Set<String> wanted) {
    return roles.contains("admin") || wanted.stream().anyMatch(roles::contains);
  }

  /** Who of the two lacks all of these roles: what a refusal names. */
  Actor lacking(Set<String> wanted) {
    return witness != null && hasOwn(wanted) ? witness.lacking(wanted) : this;
  }

  /** The same person, doing what follows by itself from what they were allowed to do. */
  Actor elevated() {
    return new Actor(userName, sysId, Set.of("admin"), interactive, event);
  }

  /** The same person, applying an event of a remote system. */
  public Actor onBehalfOf(RemoteEvent applied) {
    return new Actor(userName, sysId, roles, false, applied, witness);
  }

  /** The same person, while somebody else watches, who must not see more than is theirs to see. */
  public Actor before(Actor watching) {
    return new Actor(userName, sysId, roles, interactive, event, watching);
  }
}
