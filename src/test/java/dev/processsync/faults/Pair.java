package dev.processsync.faults;

import dev.processsync.demo.TutorialLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tutorial's customer and vendor, linked through the load balancers of both. */
final class Pair implements AutoCloseable {

  private final Databases databases;
  private final Side a;
  private final Side b;

  Pair() throws IOException {
    Path directory =
        Files.createTempDirectory(Files.createDirectories(Path.of("target", "faults")), "run-")
            .toAbsolutePath();
    System.out.println("Logs of the nodes are in " + directory);
    databases = new Databases();
    a = new Side(Fault.SideName.A, directory, databases);
    b = new Side(Fault.SideName.B, directory, databases);
  }

  void startAndLink() {
    a.startFirst();
    b.startFirst();
    a.startOthers();
    b.startOthers();
    a.awaitUp();
    b.awaitUp();
    TutorialLink.perform(
        a.relay().url(), Node.ADMIN_PASSWORD, b.relay().url(), Node.ADMIN_PASSWORD);
  }

  Side a() {
    return a;
  }

  Side b() {
    return b;
  }

  Databases databases() {
    return databases;
  }

  @Override
  public void close() {
    a.close();
    b.close();
    databases.close();
  }
}
