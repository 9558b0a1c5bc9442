package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  private final PasswordRule rule = new PasswordRule("customer");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PASSWORD",
        "Password1!",
        "passw0rd",
        "12345678",
        "qwertyuiop",
        "letmein123",
        "Welcome2031!",
        "aaaaaaaaaa",
        "ｐａｓｓｗｏｒｄ",
        "changeme",
        "1iloveyou1"
      })
  void refusesWhatManyHave(String password) {
    assertThat(rule.problem(password, "ann")).get().asString().contains("most common");
  }

  @ParameterizedTest
  @CsvSource({
    "rps.api.instance.b, Rps.Api.Instance.B, User ID",
    "rps.api.instance.b, rps.api.instance.b-1, User ID",
    "ann.lee, 2024ann.lee!, User ID",
    "ann.lee, Customer2024, instance's name",
    "ann.lee, x-customer-x, instance's name",
  })
  void refusesNamesWithLittleAround(String user, String password, String named) {
    assertThat(rule.problem(password, user)).get().asString().contains("little more", named);
  }

  @ParameterizedTest
  @CsvSource({
    "admin, admin-password-1", "admin, a-secret-of-A", "ann, correct horse battery staple",
    "api, api-password-of-customer", "ann, long enough 1", "ann, ñandú-löwe-7"
  })
  void leavesOthersAlone(String user, String password) {
    assertThat(rule.problem(password, user)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "1234567", "😀😀😀"})
  void refusesShortOnes(String password) {
    assertThat(rule.problem(password, "ann")).get().asString().contains("at least 8 characters");
  }
}
