package dev.processsync.identity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/**
 * Long enough, as NIST SP 800-63B advises: length instead of kinds of characters; and none of those
 * that are guessed first: what many have, and the names of the user and of the instance.
 */
public final class PasswordRule implements PasswordPolicy {

  static final int MIN_LENGTH = 8;

  private static final String FIELD = "Password (sys_user.user_password) ";
  private static final int SHORTEST_NAME = 3;

  private final String instance;

  public PasswordRule(String instance) {
    this.instance = instance;
  }

  /**
   * What is wrong with a password, as a sentence; empty if nothing.
   *
   * @param user its user's login, empty if unknown
   */
  Optional<String> problem(String candidate, String user) {
    if (length(candidate) < MIN_LENGTH) {
      return Optional.of(
          FIELD + "is too short: it takes at least %d characters.".formatted(MIN_LENGTH));
    }
    if (CommonPasswords.has(candidate)) {
      return Optional.of(
          FIELD
              + "is one of the most common ones, which are guessed first: choose a different one.");
    }
    if (isLittleMoreThan(user, candidate)) {
      return Optional.of(
          FIELD
              + "is little more than the User ID: without it, it must still have %d characters."
                  .formatted(MIN_LENGTH));
    }
    if (isLittleMoreThan(instance, candidate)) {
      return Optional.of(
          FIELD
              + "is little more than this instance's name: without it, it must still have %d characters."
                  .formatted(MIN_LENGTH));
    }
    return Optional.empty();
  }

  @Override
  public List<PasswordPolicyRule> getRules() {
    return List.of(
        new EngineRule(
            "PASSWORD_POLICY_LENGTH",
            Map.of("minLength", Integer.toString(MIN_LENGTH)),
            (candidate, user) -> length(candidate) >= MIN_LENGTH),
        new EngineRule(
            "It must be none of the most common ones, nor little more than a name",
            Map.of(),
            (candidate, user) -> problem(candidate, user).isEmpty()));
  }

  /**
   * A part of this rule, as the engine and its web applications ask for it.
   *
   * @param getPlaceholder a text that the web applications have, or the text itself
   */
  private record EngineRule(
      String getPlaceholder, Map<String, String> getParameters, BiPredicate<String, String> test)
      implements PasswordPolicyRule {

    @Override
    public boolean execute(String candidate) {
      return test.test(candidate, "");
    }

    @Override
    public boolean execute(String candidate, @Nullable User user) {
      return test.test(candidate, user == null ? "" : Objects.requireNonNullElse(user.getId(), ""));
    }
  }

  private static boolean isLittleMoreThan(String name, String candidate) {
    String plainName = CommonPasswords.plain(name);
    String plain = CommonPasswords.plain(candidate);
    return plainName.length() >= SHORTEST_NAME
        && plain.contains(plainName)
        && length(plain.replace(plainName, "")) < MIN_LENGTH;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
