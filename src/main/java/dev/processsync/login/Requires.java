package dev.processsync.login;

import dev.processsync.identity.Role;
import dev.processsync.identity.Users;
import dev.processsync.record.Actor;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * What a request takes, asked of the user's record each time: who was deactivated or lost a role is
 * out, even in a running session.
 */
record Requires(Users users, Predicate<Actor> condition)
    implements AuthorizationManager<RequestAuthorizationContext> {

  static Requires role(Users users, String... roles) {
    Set<String> wanted = Set.of(roles);
    return new Requires(users, actor -> actor.hasAnyOf(wanted));
  }

  /** Everybody but those who may call the sync API and nothing else. */
  static Requires anyButMereApiUser(Users users) {
    return new Requires(users, actor -> !Role.isMereApiUser(actor.roles()));
  }

  @Override
  @SuppressWarnings("InlineMeSuggester") // Nobody calls it but Spring Security.
  @Deprecated // Spring Security's interface still asks for it.
  public AuthorizationDecision check(
      Supplier<Authentication> authentication, RequestAuthorizationContext context) {
    return authorize(authentication, context);
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<Authentication> authentication, RequestAuthorizationContext context) {
    Authentication login = authentication.get();
    boolean known =
        login != null
            && login.isAuthenticated()
            && !(login instanceof AnonymousAuthenticationToken);
    return new AuthorizationDecision(
        known && users.byUserName(login.getName()).filter(condition).isPresent());
  }
}
