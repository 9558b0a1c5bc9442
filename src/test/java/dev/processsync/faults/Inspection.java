package dev.processsync.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.processsync.faults.Evidence.Correlation;
import dev.processsync.faults.Evidence.Incident;
import dev.processsync.faults.Verdict.Wrong;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Compares what both databases hold with the journal, record by record. */
final class Inspection {

  private final Evidence a;
  private final Evidence b;
  private final Verdict verdict;
  private final Map<Integer, List<Incident>> onA;
  private final Map<Integer, List<Incident>> onB;

  Inspection(Evidence a, Evidence b, Verdict verdict) {
    this.a = a;
    this.b = b;
    this.verdict = verdict;
    this.onA = a.incidents().stream().collect(groupingBy(incident -> incident.mark().record()));
    this.onB = b.incidents().stream().collect(groupingBy(incident -> incident.mark().record()));
  }

  void inspect(Journal journal) {
    Map<String, List<Integer>> changesOnA = changesSeen(a);
    Map<String, List<Integer>> changesOnB = changesSeen(b);
    for (Journal.Known known : journal.all()) {
      String record = "r" + known.last().record();
      List<Incident> here = onA.getOrDefault(known.last().record(), List.of());
      List<Incident> there = onB.getOrDefault(known.last().record(), List.of());
      if (here.isEmpty()) {
        verdict.add(Wrong.LOST, "%s is not on A", record);
      } else if (there.isEmpty()) {
        verdict.add(Wrong.LOST, "%s never came to B", record);
      } else if (here.size() + there.size() > 2) {
        verdict.add(
            Wrong.DOUBLED, "%s is %d times on A, %d on B", record, here.size(), there.size());
      } else {
        correlated(record, here.get(0), there.get(0));
        asTold(known, here.get(0));
        alike(record, known.resolved(), here.get(0), there.get(0));
        complete(record + " on A", known, changesOnA.getOrDefault(here.get(0).sysId(), List.of()));
        complete(record + " on B", known, changesOnB.getOrDefault(there.get(0).sysId(), List.of()));
        modified(record + " on A", known, here.get(0));
        modified(record + " on B", known, there.get(0));
      }
    }
  }

  /** The numbers of the changes that an incident has seen, by its sys_id, in order. */
  private static Map<String, List<Integer>> changesSeen(Evidence side) {
    return side.seen().stream()
        .filter(seen -> !seen.state().equals("6"))
        .collect(
            groupingBy(
                Witness.Seen::incident,
                mapping(seen -> Change.mark(seen.shortDescription()).number(), toList())));
  }

  private void correlated(String record, Incident here, Incident there) {
    List<Correlation> ours = correlationsOf(a, here);
    List<Correlation> theirs = correlationsOf(b, there);
    if (ours.size() > 1 || theirs.size() > 1) {
      verdict.add(
          Wrong.DOUBLED,
          "%s has %d correlations on A, %d on B",
          record,
          ours.size(),
          theirs.size());
    } else if (ours.isEmpty() || theirs.isEmpty()) {
      verdict.add(
          Wrong.LOST, "%s has %d correlations on A, %d on B", record, ours.size(), theirs.size());
    } else if (!ours.get(0).localCorrelationId().equals(theirs.get(0).remoteCorrelationId())
        || !ours.get(0).remoteCorrelationId().equals(theirs.get(0).localCorrelationId())) {
      verdict.add(Wrong.DIVERGENT, "%s: %s on A, %s on B", record, ours.get(0), theirs.get(0));
    }
  }

  private static List<Correlation> correlationsOf(Evidence side, Incident incident) {
    return side.correlations().stream()
        .filter(correlation -> correlation.localRecord().equals(incident.sysId()))
        .toList();
  }

  private void asTold(Journal.Known known, Incident here) {
    Change last = known.last();
    String state = known.resolved() ? "6" : last.state();
    if (!here.shortDescription().equals(last.shortDescription())
        || !here.severity().equals(last.severity())
        || !here.state().equals(state)) {
      verdict.add(Wrong.LOST, "made was %s, resolved %s; A has %s", last, known.resolved(), here);
    }
  }

  private void alike(String record, boolean resolved, Incident here, Incident there) {
    Map<String, String> ours = shared(here, here.severity());
    Map<String, String> theirs = shared(there, there.urgency());
    boolean noted = here.closeNotes().isEmpty() || resolved;
    if (!ours.equals(theirs) || !noted || !there.description().equals(here.shortDescription())) {
      verdict.add(Wrong.DIVERGENT, "%s: %s on A, %s on B", record, here, there);
    }
  }

  private static Map<String, String> shared(Incident incident, String severity) {
    return Map.of(
        "short_description", incident.shortDescription(),
        "severity", severity,
        "state", incident.state(),
        "close_code", incident.closeCode(),
        "close_notes", incident.closeNotes());
  }

  /** Each change once, one after the other. */
  private void complete(String where, Journal.Known known, List<Integer> seen) {
    List<Integer> expected = IntStream.rangeClosed(1, known.last().number()).boxed().toList();
    if (seen.equals(expected)) {
      return;
    }
    Wrong wrong =
        !seen.containsAll(expected)
            ? Wrong.LOST
            : seen.size() > expected.size() ? Wrong.DOUBLED : Wrong.OUT_OF_ORDER;
    verdict.add(wrong, "%s saw the changes %s of %d", where, seen, known.last().number());
  }

  private void modified(String where, Journal.Known known, Incident incident) {
    int expected = known.last().number() - 1 + (known.resolved() ? 1 : 0);
    if (incident.sysModCount() != expected) {
      verdict.add(
          Wrong.DOUBLED,
          "%s was modified %d times; it had %d changes, resolved: %s",
          where,
          incident.sysModCount(),
          known.last().number(),
          known.resolved());
    }
  }
}
