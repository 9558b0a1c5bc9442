package dev.processsync.identity;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;

/** Long enough, as NIST SP 800-63B advises: length instead of kinds of characters. */
final class PasswordRule implements PasswordPolicy, PasswordPolicyRule {

  static final int MIN_LENGTH = 8;
  static final String MESSAGE =
      "Password (sys_user.user_password) is too short: it takes at least %d characters."
          .formatted(MIN_LENGTH);

  @Override
  public List<PasswordPolicyRule> getRules() {
    return List.of(this);
  }

  /** The text that the engine's web applications have for this rule. */
  @Override
  public String getPlaceholder() {
    return "PASSWORD_POLICY_LENGTH";
  }

  @Override
  public Map<String, String> getParameters() {
    return Map.of("minLength", Integer.toString(MIN_LENGTH));
  }

  @Override
  public boolean execute(String candidate) {
    return candidate.codePointCount(0, candidate.length()) >= MIN_LENGTH;
  }
}
