package dev.processsync.login;

import dev.processsync.identity.DirectoryUsers;
import dev.processsync.identity.Passwords;
import dev.processsync.identity.Users;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Whether a password is right, asked from outside: at whichever door, who guesses is counted for
 * the source and the user, and slowed down. Every no looks the same, and takes as long.
 *
 * <p>After too many wrong passwords nothing more is looked at from that source for that user. Where
 * the user has logged in before, the password that was right then still is for a program that sends
 * it with each request: it costs no hash, and a stranger at the same address can't silence it.
 */
@Component
class GuardedPasswords {

  private final Users users;
  private final Passwords passwords;
  private final DirectoryUsers directory;
  private final EvenAnswers evenAnswers;
  private final WrongPasswords wrong;
  private final HashTurns turns;
  private final SameTries same = new SameTries();
  private final FailedLogins failed;

  GuardedPasswords(
      Users users,
      Passwords passwords,
      DirectoryUsers directory,
      EvenAnswers evenAnswers,
      WrongPasswords wrong,
      HashTurns turns,
      FailedLogins failed) {
    this.users = users;
    this.passwords = passwords;
    this.directory = directory;
    this.evenAnswers = evenAnswers;
    this.wrong = wrong;
    this.turns = turns;
    this.failed = failed;
  }

  /**
   * @throws TooManyTries if it was not looked at
   */
  boolean isRight(String login, String password, LoginDetails from) {
    try {
      boolean right = isProven(login, password, from);
      if (!right) {
        failed.wrong(login, from);
        return false;
      }
    } catch (TooManyTries e) {
      failed.notLookedAt(login, from, e);
      throw e;
    }
    directory.recordLogin(login);
    if (users.byUserName(login).isEmpty()) {
      return false;
    }
    wrong.know(login, from.source());
    return true;
  }

  private boolean isProven(String login, String password, LoginDetails from) {
    String source = from.source();
    boolean known = wrong.isKnown(login, source);
    Duration wait = wrong.wait(login, source).orElse(Duration.ZERO);
    boolean mayBeRemembered = wait.isZero() || (known && from.way().isLogin());
    if (mayBeRemembered && passwords.isRemembered(login, password)) {
      return true;
    }
    if (!wait.isZero()) {
      throw new TooManyTries(wait);
    }
    return same.once(
        passwords.digest(login, password), source, () -> tried(login, password, source, known));
  }

  private boolean tried(String login, String password, String source, boolean known) {
    WrongPasswords.Try counted = wrong.begin(login, source);
    boolean counts = false;
    try {
      counts = !turns.take(source, known, () -> checked(login, password));
      return !counts;
    } finally {
      if (!counts) {
        counted.takeBack();
      }
    }
  }

  private boolean checked(String login, String password) {
    return directory.isInUse()
        ? evenAnswers.of(() -> passwords.isRight(login, password))
        : passwords.isRight(login, password);
  }
}
