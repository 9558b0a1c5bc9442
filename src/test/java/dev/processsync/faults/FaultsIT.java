package dev.processsync.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Two instances of two nodes each, while processes die and the network fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

  /** Definitions that one node changed are known to the others after this time (two seconds). */
  private static final Duration SOON = Duration.ofSeconds(30);

  private Pair pair;
  private Journal journal;
  private People customers;
  private People vendors;

  @BeforeAll
  void startAndLink() throws IOException {
    pair = new Pair();
    pair.startAndLink();
    journal = new Journal();
    customers = new People(pair.a(), journal);
    vendors = new People(pair.b(), journal);
  }

  @AfterAll
  void stop() {
    pair.close();
  }

  @Test
  @Order(1)
  void everyNodeServesEveryRequest() {
    for (Node node : pair.a().nodes()) {
      await(node.name() + " to capture")
          .atMost(SOON)
          .until(() -> arrives(create(node, "made on " + node.name())));
    }
  }

  @Test
  @Order(2)
  void aNodeFinishesWhatADeadOneBegan() {
    Node first = pair.a().nodes().get(0);
    pair.b().relay().cut(Relay.Cut.REFUSE);
    String request = create(first, "begun by a node that dies");
    first.kill();
    pair.b().relay().heal();

    await("the copy").atMost(SOON).until(() -> arrives(request));

    first.start();
    first.awaitUp();
  }

  @Test
  @Order(3)
  void nothingIsLostNothingIsDoubledNothingOvertakes() {
    Settings settings = Settings.ofThisRun();
    System.out.println("Faults by " + settings);
    Witness ofA = new Witness(pair.databases().of(Fault.SideName.A));
    Witness ofB = new Witness(pair.databases().of(Fault.SideName.B));
    Stumbles onA = new Stumbles(pair.databases().of(Fault.SideName.A));
    Stumbles onB = new Stumbles(pair.databases().of(Fault.SideName.B));
    String faults;
    try (Resolutions resolutions = new Resolutions(vendors, journal);
        Workload workload = new Workload(settings, customers, journal, resolutions::finished);
        FaultInjection injection = new FaultInjection(pair.a(), pair.b())) {
      CompletableFuture<Void> calm = injection.happen(Fault.schedule(settings));
      workload.run().join();
      calm.join();
      Settling.await(() -> resolutions.waiting() + ready());
      injection.requireThatNoneEndedByItself();
      faults = injection.told() + ", %d refused writes".formatted(onA.count() + onB.count());
    }

    Verdict verdict = new Verdict();
    Evidence a = Evidence.of(pair.databases().of(Fault.SideName.A), ofA);
    Evidence b = Evidence.of(pair.databases().of(Fault.SideName.B), ofB);
    new Inspection(a, b, verdict).inspect(journal);
    new Delivery("A to B", a.outbound(), b.inbound(), verdict).inspect();
    new Delivery("B to A", b.outbound(), a.inbound(), verdict).inspect();
    String summary =
        "seed %d: %d changes over %d records, %d requests without an answer, %s: %s"
            .formatted(
                settings.seed(),
                journal.changes(),
                journal.all().size(),
                journal.unansweredRequests(),
                faults,
                verdict.counts());
    System.out.println(summary);
    assertThat(verdict.isClean()).as(summary + "\n" + verdict.details()).isTrue();
  }

  private long ready() {
    return Settling.ready(pair.databases().of(Fault.SideName.A))
        + Settling.ready(pair.databases().of(Fault.SideName.B));
  }

  private static String create(Node node, String shortDescription) {
    String json =
        "{\"short_description\": \"%s\", \"assignment_group\": \"Hardware\"}"
            .formatted(shortDescription);
    JsonNode created = node.admin().post(People.INCIDENTS, json).result();
    return created.path("short_description").asText();
  }

  private boolean arrives(String shortDescription) {
    Optional<JsonNode> copy = vendors.find(shortDescription);
    return copy.isPresent();
  }
}
