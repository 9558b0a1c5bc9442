package dev.processsync.demo;

import java.io.PrintStream;

/** Tells the person at the terminal what happens where. */
final class Narrator {

  private final PrintStream out;

  Narrator(PrintStream out) {
    this.out = out;
  }

  void tell(Step step, String happened) {
    out.printf("[ %2d] %-10s  %s%n", step.number(), step.instance().label(), happened);
  }

  void tell(Instance instance, String happened) {
    out.printf("[  ▶] %-10s  %s%n", instance.label(), happened);
  }

  void tell(String text) {
    out.println(text);
  }
}
