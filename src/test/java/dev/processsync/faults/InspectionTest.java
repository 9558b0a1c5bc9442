package dev.processsync.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.faults.Evidence.Correlation;
import dev.processsync.faults.Evidence.Incident;
import dev.processsync.faults.Evidence.Received;
import dev.processsync.faults.Evidence.Sent;
import dev.processsync.faults.Witness.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A verdict is worth what it finds: here something is wrong each time, and it must be told. */
class InspectionTest {

  private static final Change LAST = new Change(7, 2, "1", "2");

  private final List<Incident> onA = list(incident("a7", 2));
  private final List<Incident> onB = list(incident("b7", 2));
  private final List<Correlation> ofA = list(new Correlation("here", "there", "a7", "active"));
  private final List<Correlation> ofB = list(new Correlation("there", "here", "b7", "active"));
  private final List<Sent> sent = list(sent(1), sent(2));
  private final List<Received> received = list(received(1), received(2));
  private List<Integer> seenOnB = List.of(1, 2);

  @Test
  void nothingIsWrong() {
    assertThat(verdict()).isEqualTo("0 lost, 0 doubled, 0 out of order, 0 divergent, 0 unfinished");
  }

  @Test
  void aRecordThatNeverCameIsLost() {
    onB.clear();
    assertThat(verdict()).startsWith("1 lost, 0 doubled");
  }

  @Test
  void aMessageThatNeverCameIsLost() {
    received.remove(1);
    assertThat(verdict()).startsWith("1 lost, 0 doubled");
  }

  @Test
  void aChangeThatWasNotAppliedIsLost() {
    seenOnB = List.of(2);
    assertThat(verdict()).startsWith("1 lost, 0 doubled");
  }

  @Test
  void aChangeThatIsOnlyInTheJournalIsLost() {
    onA.set(0, incident("a7", 1));
    assertThat(verdict()).startsWith("1 lost");
  }

  @Test
  void aSecondCopyIsDoubled() {
    onB.add(incident("another", 2));
    assertThat(verdict()).startsWith("0 lost, 1 doubled");
  }

  @Test
  void aSecondCorrelationIsDoubled() {
    ofB.add(new Correlation("third", "here", "b7", "active"));
    assertThat(verdict()).startsWith("0 lost, 1 doubled");
  }

  @Test
  void aMessageThatCameTwiceIsDoubled() {
    received.add(received(2));
    assertThat(verdict()).contains("1 doubled");
  }

  @Test
  void aChangeThatWasAppliedTwiceIsDoubled() {
    seenOnB = List.of(1, 2, 1, 2);
    assertThat(verdict()).startsWith("0 lost, 1 doubled");
  }

  @Test
  void anEntryThatOvertookAnotherIsOutOfOrder() {
    received.add(0, received.remove(1));
    assertThat(verdict()).startsWith("0 lost, 0 doubled, 1 out of order");
  }

  @Test
  void aChangeThatWasAppliedTooLateIsOutOfOrder() {
    seenOnB = List.of(2, 1);
    assertThat(verdict()).startsWith("0 lost, 0 doubled, 1 out of order");
  }

  @Test
  void correlationsThatDoNotMatchAreDivergent() {
    ofB.set(0, new Correlation("there", "elsewhere", "b7", "active"));
    assertThat(verdict()).contains("1 divergent");
  }

  @Test
  void aCopyWithOtherValuesIsDivergent() {
    onB.set(0, new Incident("b7", "r7 change 2", "r7 change 2", "", "3", "2", "", "", 1));
    assertThat(verdict()).contains("1 divergent");
  }

  @Test
  void anEntryInErrorIsUnfinished() {
    sent.set(
        1,
        new Sent("m2", 2, "error", "transmit", "a7", payload(2), "Refused by remote system", ""));
    assertThat(verdict()).contains("1 unfinished");
  }

  @Test
  void aMessageOfWhichItsSenderNeverHeardHowItEndedIsUnfinished() {
    sent.set(1, new Sent("m2", 2, "processed", "done", "a7", payload(2), "", "received"));
    assertThat(verdict()).contains("1 unfinished");
  }

  private String verdict() {
    Evidence a = new Evidence(onA, ofA, sent, List.of(), seen("a7", List.of(1, 2)));
    Evidence b = new Evidence(onB, ofB, List.of(), received, seen("b7", seenOnB));
    Journal journal = new Journal();
    journal.made(LAST, "a7");
    Verdict verdict = new Verdict();
    new Inspection(a, b, verdict).inspect(journal);
    new Delivery("A to B", sent, received, verdict).inspect();
    return verdict.counts();
  }

  private static Incident incident(String sysId, int change) {
    String text = "r7 change " + change;
    return new Incident(sysId, text, text, "1", "1", "2", "", "", 1);
  }

  private static Sent sent(int change) {
    return new Sent(
        "m" + change, change, "processed", "done", "a7", payload(change), "", "applied");
  }

  private static Received received(int change) {
    return new Received(
        "e" + change,
        10 + change,
        change,
        "m" + change,
        "processed",
        "done",
        "there",
        payload(change),
        "",
        null);
  }

  private static String payload(int change) {
    return """
        {"changed_fields": [{"key": "short_description", "value": "r7 change %d"}]}
        """
        .formatted(change);
  }

  private static List<Seen> seen(String incident, List<Integer> changes) {
    return IntStream.range(0, changes.size())
        .mapToObj(i -> new Seen(i, incident, "r7 change " + changes.get(i), "2"))
        .toList();
  }

  @SafeVarargs
  private static <T> List<T> list(T... elements) {
    return new ArrayList<>(List.of(elements));
  }
}
