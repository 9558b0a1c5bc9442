package dev.processsync.bench;

import java.nio.file.Path;

/** Changes are made inside A's process. */
record LoaderInside(SideProcess a) implements Loader {

  @Override
  public Load.Span run(String run, int threads, int events, double perSecond) {
    String[] span =
        a.ask("load " + run + " " + threads + " " + events + " " + perSecond).split(" ", -1);
    return new Load.Span(Long.parseLong(span[0]), Long.parseLong(span[1]));
  }

  @Override
  public void writeDue(Path file) {
    a.ask("due " + file);
  }
}
