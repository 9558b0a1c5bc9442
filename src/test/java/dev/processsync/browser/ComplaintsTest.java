package dev.processsync.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.processsync.InstanceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a test of pages fails for, whether it looks for it or not. */
@InstanceTest
@BrowserTest
class ComplaintsTest {

  @LocalServerPort private int port;

  private Person somebody;

  @BeforeEach
  void someoneAtTheLogin(People people) {
    somebody = people.at(port).opens("/login");
  }

  @Test
  void areScriptsThatThrowAtOnceOrLater() {
    does("setTimeout(() => { throw new Error('broke at once'); })");
    complainsOf("broke at once");
    does("Promise.reject(new Error('broke later'))");
    complainsOf("broke later");
  }

  @Test
  void arePartsOfAPageThatAreMissing() {
    does(
        "document.head.append(Object.assign(document.createElement('link'),"
            + " {rel: 'stylesheet', href: '/console/assets/gone.css'}))");
    complainsOf("/console/assets/gone.css");
  }

  @Test
  void isWhatTheSecurityPolicyForbids() {
    does("document.body.setAttribute('onclick', 'alert(1)')");
    complainsOf("Content Security Policy");
  }

  @Test
  void isAComplaintThatWasExpectedAndDidNotCome() {
    somebody.expectsComplaint("something else");
    assertThat(somebody.complaints()).singleElement().asString().contains("something else");
    does("console.error('something else')");
    await().pollInSameThread().until(() -> somebody.complaints().isEmpty());
  }

  private void does(String script) {
    somebody.page().evaluate("() => { " + script + " }");
  }

  private void complainsOf(String words) {
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> assertThat(somebody.complaints()).anyMatch(each -> each.contains(words)));
    somebody.expectsComplaint(words);
  }
}
