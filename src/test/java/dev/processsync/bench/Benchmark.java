package dev.processsync.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code mvn -Pbench verify}. Prints one table and writes it to {@code target/bench/results.md};
 * fails if a contender has lost, repeated or mixed up an event, and not because one is slow.
 */
class Benchmark {

  private static final Path TARGET = Path.of("target", "bench");

  private final Settings settings = Settings.given();
  private final String commit = Circumstances.currentCommit();
  private final List<String> products = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();

  @Test
  void measures() throws IOException {
    Files.createDirectories(TARGET);
    for (String database : settings.databases()) {
      Path directory = Files.createTempDirectory(TARGET, database + "-");
      try (DatabaseServer server = DatabaseServer.start(database, directory)) {
        products.add(server.product());
        cells.addAll(Rounds.measure(settings, database, server, directory));
        if (settings.measuresIdle()) {
          cells.add(Idle.measure(settings, database, server, directory));
        }
        if (settings.measuresWaiting(database)) {
          cells.addAll(Waiting.measure(settings, database, server, directory));
        }
      }
    }
    String table =
        new Circumstances(SideProcess.JDK, commit, products, settings).line()
            + "\n\n"
            + new ResultsTable(cells, settings.rates()).markdown();
    Files.writeString(TARGET.resolve("results.md"), table);
    System.out.println(table);
  }
}
