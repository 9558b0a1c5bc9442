package dev.processsync.faults;

import static java.util.stream.Collectors.groupingBy;

import dev.processsync.faults.Evidence.Received;
import dev.processsync.faults.Evidence.Sent;
import dev.processsync.faults.Verdict.Wrong;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One direction: every entry that left one side against every entry that came to the other. */
record Delivery(String name, List<Sent> outbound, List<Received> inbound, Verdict verdict) {

  void inspect() {
    arrivedOnce();
    inOrder();
    finished();
  }

  private void arrivedOnce() {
    Map<String, Long> arrivals =
        inbound.stream().collect(groupingBy(Received::messageId, Collectors.counting()));
    for (Sent entry : outbound) {
      long times = arrivals.getOrDefault(entry.sysId(), 0L);
      if (times == 0) {
        verdict.add(Wrong.LOST, "%s: %s never arrived", name, entry);
      } else if (times > 1) {
        verdict.add(Wrong.DOUBLED, "%s: %s arrived %d times", name, entry, times);
      }
    }
    Map<Change.Mark, Long> captured =
        outbound.stream()
            .map(Sent::mark)
            .filter(mark -> mark.record() > 0)
            .collect(groupingBy(Function.identity(), Collectors.counting()));
    captured.forEach(
        (mark, times) -> {
          if (times > 1) {
            verdict.add(Wrong.DOUBLED, "%s: %s was captured %d times", name, mark, times);
          }
        });
  }

  /** Entries of one record arrive as they left, and are worked off as they arrived. */
  private void inOrder() {
    inbound.stream()
        .collect(groupingBy(Received::localCorrelationId))
        .values()
        .forEach(
            ofOneRecord -> {
              for (int i = 1; i < ofOneRecord.size(); i++) {
                inOrder(ofOneRecord.get(i - 1), ofOneRecord.get(i));
              }
            });
  }

  private void inOrder(Received first, Received second) {
    boolean overtaken =
        second.remoteSequence() <= first.remoteSequence()
            || second.mark().number() < first.mark().number()
            || first.processedAt() != null
                && second.processedAt() != null
                && second.processedAt().isBefore(first.processedAt());
    if (overtaken) {
      verdict.add(Wrong.OUT_OF_ORDER, "%s: %s came before %s", name, first, second);
    }
  }

  private void finished() {
    outbound.stream()
        .filter(entry -> !entry.status().equals("processed") || !isKnownToBeApplied(entry))
        .forEach(entry -> verdict.add(Wrong.UNFINISHED, "%s: %s", name, entry));
    inbound.stream()
        .filter(entry -> !entry.status().equals("processed"))
        .forEach(entry -> verdict.add(Wrong.UNFINISHED, "%s: %s", name, entry));
  }

  /** Everything is, in the end: each side has to have heard of it. */
  private static boolean isKnownToBeApplied(Sent entry) {
    return entry.receipt().equals("applied") || entry.receipt().equals("conflict");
  }
}
