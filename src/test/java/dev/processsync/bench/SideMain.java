package dev.processsync.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A side as a process of its own. Standard input brings commands and standard output takes answers,
 * so the process ends with the benchmark that started it; what anybody logs goes to standard error.
 */
final class SideMain {

  private SideMain() {}

  /**
   * @param args contender, {@code A} or {@code B}, database name, URL, user, password, B's URL
   */
  public static void main(String[] args) throws Exception {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    Applied applied = new Applied();
    SideStart start =
        new SideStart(
            args[1].equals("A"),
            new Database(args[2], args[3], args[4], args[5]),
            args[6],
            applied);
    Side side = Contender.valueOf(args[0]).open(start);
    Commands commands = new Commands(side, applied, new Load(side.writes()));
    answers.println("ok " + side.port());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      answers.println(answer(commands, line));
    }
    side.close();
    System.exit(0);
  }

  private static String answer(Commands commands, String line) throws IOException {
    try {
      return "ok " + commands.perform(line);
    } catch (Exception failure) {
      failure.printStackTrace();
      return "failed " + failure.toString().replace('\n', ' ');
    }
  }
}
