package dev.processsync.login;

import dev.processsync.identity.Users;
import dev.processsync.problem.AccessDenied;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who logged in to make this request, with the roles that count now. */
@Component
class LoggedIn implements CurrentActor {

  private final Users users;

  LoggedIn(Users users) {
    this.users = users;
  }

  @Override
  public Actor get() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login == null || login instanceof AnonymousAuthenticationToken) {
      throw new AccessDenied("Nobody is logged in.");
    }
    Actor actor =
        users
            .byUserName(login.getName())
            .orElseThrow(
                () ->
                    new AccessDenied(
                        "User '%s' was deleted or deactivated.".formatted(login.getName())));
    boolean interactive =
        login.getDetails() instanceof LoginDetails details && details.way() == LoginWay.CONSOLE;
    return new Actor(actor.userName(), actor.sysId(), actor.roles(), interactive, null);
  }
}
