package dev.processsync.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * {@code mvn spring-boot:run}: starts the customer's and the vendor's instance as two processes,
 * performs the tutorial through their public interface on the first start, and stays up.
 */
public final class DemoPair {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final DemoOptions options;
  private final Narrator narrator;
  private volatile boolean stopping;

  private DemoPair(DemoOptions options, Narrator narrator) {
    this.options = options;
    this.narrator = narrator;
  }

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      new DemoPair(DemoOptions.parse(args), new Narrator(out)).run();
      System.exit(0);
    } catch (UsageProblem problem) {
      System.err.println(problem.getMessage());
      System.exit(2);
    } catch (Exception failure) {
      System.err.println(failure.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException {
    free("customer", options.customerPort());
    free("vendor", options.vendorPort());
    DemoSecrets.makeDirectory(options.data());
    DemoSecrets secrets = DemoSecrets.in(options.data());
    Instance a = Instance.customer(url(options.customerPort()), secrets.passwords("customer"));
    Instance b = Instance.vendor(url(options.vendorPort()), secrets.passwords("vendor"));
    narrator.tell("Starting Instance A (customer) and Instance B (vendor) …");
    List<InstanceProcess> processes =
        List.of(
            InstanceProcess.start("customer", options.customerPort(), options.data(), secrets),
            InstanceProcess.start("vendor", options.vendorPort(), options.data(), secrets));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(processes), "stop-pair"));
    show(a, b, processes);
    if (!options.exit()) {
      stayUp(processes);
    }
  }

  private void show(Instance a, Instance b, List<InstanceProcess> processes) {
    try {
      waitFor(a, processes.get(0));
      waitFor(b, processes.get(1));
      Tutorial tutorial = new Tutorial(a, b, Tutorial.Reading.AS_MEANT);
      if (tutorial.isPerformed()) {
        narrator.tell("Both instances keep what an earlier start has set up and done.");
      } else {
        tutorial.perform(narrator);
        new FirstRequest(a, b, narrator).play();
      }
      narrator.tell(Closing.of(a, b, options.data()));
    } catch (RuntimeException failure) {
      throw new DemoFailed(failure, processes);
    }
  }

  private void waitFor(Instance instance, InstanceProcess process) {
    Patience.until(
        instance.label() + " to be healthy",
        START_LIMIT,
        () -> {
          if (!process.isAlive()) {
            throw new InstanceEnded(process);
          }
          return instance.admin().isHealthy() ? Optional.of(true) : Optional.empty();
        });
    narrator.tell(instance.label() + " is up: " + instance.admin().baseUrl());
  }

  /** Returns when both are meant to stop; throws {@link InstanceEnded} if one did by itself. */
  private void stayUp(List<InstanceProcess> processes) {
    InstanceProcess ended =
        (InstanceProcess)
            CompletableFuture.anyOf(
                    processes.stream()
                        .map(InstanceProcess::onExit)
                        .toArray(CompletableFuture[]::new))
                .join();
    if (!stopping) {
      throw new InstanceEnded(ended);
    }
  }

  private void stop(List<InstanceProcess> processes) {
    stopping = true;
    processes.forEach(InstanceProcess::askToStop);
    processes.forEach(InstanceProcess::waitUntilStopped);
  }

  private static void free(String name, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress((InetAddress) null, port));
    } catch (IOException busy) {
      throw new UsageProblem(
          "Port %d is in use: stop what listens there, or choose another one: mvn spring-boot:run -Dspring-boot.run.arguments=\"--%s.port=%d\""
              .formatted(port, name, name.equals("customer") ? 9080 : 9081));
    }
  }

  private static URI url(int port) {
    return URI.create("http://localhost:" + port);
  }
}
