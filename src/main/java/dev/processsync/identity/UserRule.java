package dev.processsync.identity;

import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Users: logins that stay, names that are put together, passwords that only the engine keeps. */
@Component
class UserRule implements RecordRule {

  private static final String PASSWORD = "user_password";

  /** Names that stand for no person where changes are signed. */
  private static final Set<String> RESERVED = Set.of("system", "guest", "anonymousUser");

  private final EngineIdentities engine;
  private final LastAdmin lastAdmin;
  private final Passwords passwords;
  private final PasswordRule rule;

  UserRule(EngineIdentities engine, LastAdmin lastAdmin, Passwords passwords, PasswordRule rule) {
    this.engine = engine;
    this.lastAdmin = lastAdmin;
    this.passwords = passwords;
    this.rule = rule;
  }

  @Override
  public boolean appliesTo(String table) {
    return table.equals("sys_user");
  }

  @Override
  public void beforeWrite(RecordChange change) {
    checkLogin(change);
    checkPassword(change);
    String name = (change.get("first_name") + " " + change.get("last_name")).strip();
    change.set("name", name.isEmpty() ? change.get("user_name") : name);
    if (!change.isCreate() && change.isChanged("active") && !change.isTrue("active")) {
      lastAdmin.mustNotBe(change.sysId());
    }
  }

  @Override
  public void afterWrite(RecordChange change) {
    String login = change.get("user_name");
    passwords.forget(login);
    if (Mirroring.isActive() || engine.isReadOnly()) {
      return;
    }
    Optional<String> password = change.secret(PASSWORD).filter(given -> !given.isEmpty());
    if (change.isCreate()) {
      engine.createUser(change.after(), password.orElseGet(UserRule::unguessable));
    } else {
      engine.updateUser(change.after(), password);
    }
  }

  @Override
  public void beforeDelete(RecordChange change) {
    lastAdmin.mustNotBe(change.sysId());
    passwords.forget(change.get("user_name"));
    if (!Mirroring.isActive() && !engine.isReadOnly()) {
      engine.deleteUser(change.get("user_name"));
    }
  }

  private void checkLogin(RecordChange change) {
    String login = change.get("user_name");
    if (!change.isCreate() && change.isChanged("user_name")) {
      throw change.invalid(
          "user_name",
          "User ID (sys_user.user_name) can't be changed: it is the login, and what the user did is"
              + " signed with it. Create another user and deactivate this one.");
    }
    if (change.isCreate() && !login.isBlank() && !Names.LOGIN.matcher(login).matches()) {
      throw change.invalid(
          "user_name",
          "User ID (sys_user.user_name) may have letters, digits, spaces and . _ - @ + ' and begins"
              + " with a letter or digit.");
    }
    if (RESERVED.contains(login)) {
      throw change.invalid(
          "user_name", "User ID '%s' is reserved: choose a different one.".formatted(login));
    }
    boolean onlyHere = change.isCreate() || change.secret(PASSWORD).isPresent();
    if (onlyHere && engine.isReadOnly() && !Mirroring.isActive()) {
      throw change.invalid(
          "", "Users and their passwords come from a directory: create and change them there.");
    }
  }

  private void checkPassword(RecordChange change) {
    change
        .secret(PASSWORD)
        .filter(given -> !given.isEmpty())
        .flatMap(given -> rule.problem(given, change.get("user_name")))
        .ifPresent(
            problem -> {
              throw change.invalid(PASSWORD, problem);
            });
  }

  /** For a user without a password: nobody knows it, so nobody can log in with it. */
  private static String unguessable() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
