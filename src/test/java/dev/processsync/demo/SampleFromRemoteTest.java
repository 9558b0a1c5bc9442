package dev.processsync.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.TwoInstances;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sample payloads that nobody has to paste (steps 40 and 47). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleFromRemoteTest {

  private static final String SUBFLOWS = "subflows/";

  private final Instance a = Instance.customer(url(TwoInstances.customer()), passwords("customer"));
  private final Instance b = Instance.vendor(url(TwoInstances.vendor()), passwords("vendor"));
  private final LinkedPair pair = new LinkedPair(a, b);
  private final String key = "copy-" + UUID.randomUUID();

  @BeforeAll
  void performTheTutorialAndCopyTheTemplate() {
    new Tutorial(a, b, Tutorial.Reading.TO_THE_LETTER).steps().forEach(Step::perform);
    b.admin().post(SUBFLOWS + "inbound-flow-template-basic/copy", Map.of("key", key));
  }

  @Test
  void theOtherInstanceSaysWhatItSends() {
    take(Map.of("remote_system", remote(), "process_event", "Request Hardware"));

    assertThat(b.admin().subflowModel(key))
        .contains("short_description", "assignment_group", "severity", "\"number\"")
        .doesNotContain("close_code");
  }

  @Test
  void anEventThatItDoesNotSendIsAnsweredWithThoseThatItDoes() {
    assertThatThrownBy(
            () -> take(Map.of("remote_system", remote(), "process_event", "request hardware")))
        .hasMessageContaining("captures nothing for the event 'request hardware'")
        .hasMessageContaining("Request Hardware");
  }

  @Test
  void aMessageThatCameIsASampleToo() {
    Row copy = pair.copyOf(pair.request("A sample of a laptop", "1"));
    Row entry = pair.settled(b, "inbound", copy).get(0);

    take(Map.of("queue_record", entry.sysId()));

    assertThat(b.admin().subflowModel(key)).contains("A sample of a laptop");
  }

  @Test
  void oneOfTheThreeMustBeGiven() {
    assertThatThrownBy(() -> take(Map.of())).hasMessageContaining("Give a payload, or");
    assertThatThrownBy(() -> take(Map.of("payload", "[]"))).hasMessageContaining("sample payload");
  }

  private void take(Map<String, String> from) {
    b.admin().post(SUBFLOWS + key + "/sample", from);
  }

  private String remote() {
    return b.remoteSystemRecord().sysId();
  }

  private static URI url(TwoInstances.RunningInstance instance) {
    return URI.create(instance.url().replaceAll("/$", ""));
  }

  private static Passwords passwords(String name) {
    return new Passwords(
        TwoInstances.ADMIN_PASSWORD, "api-user-of-" + name, "run-as-user-of-" + name);
  }
}
