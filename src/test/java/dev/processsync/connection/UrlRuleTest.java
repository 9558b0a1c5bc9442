package dev.processsync.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRuleTest {

  private final UrlRule strict = new UrlRule(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://vendor.example.com",
        "https://vendor.example.com:8443/rps/",
        "https://10.0.0.1",
        "https://[::1]:8443",
        "HTTPS://vendor.example.com"
      })
  void acceptsHttps(String url) {
    assertThat(strict.problem(url)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "vendor.example.com, https://",
    "ftp://vendor.example.com, https://",
    "file:///etc/passwd, https://",
    "https://, no URL",
    "https:///path, no host",
    "https://vendor:0, no host",
    "https://me:secret@vendor, login",
    "https://vendor/?x=1, before any ?",
    "https://vendor/#x, before any ?",
    "https://ven dor, no URL",
    "https:vendor, no host",
    "http://vendor.example.com, process-sync.allow-http=true"
  })
  void saysWhatIsWrongWithAUrl(String url, String problem) {
    assertThat(strict.problem(url)).get().asString().contains(problem);
  }

  @Test
  void acceptsHttpWhereTheInstanceAllowsIt() {
    assertThat(new UrlRule(true).problem("http://localhost:8081")).isEmpty();
  }
}
