package dev.processsync.demo;

import dev.processsync.ProcessSyncApplication;
import java.io.IOException;

/**
 * An instance whose life ends with the process that started it, even if that one was killed: the
 * parent holds the other end of standard input. An instance started by itself has no such tie.
 */
final class PairedInstance {

  private PairedInstance() {}

  public static void main(String[] args) {
    Thread watch = new Thread(PairedInstance::stopAtEndOfInput, "parent-watch");
    watch.setDaemon(true);
    watch.start();
    ProcessSyncApplication.main(args);
  }

  private static void stopAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // whatever the parent writes means that it lives
      }
    } catch (IOException gone) {
      // a broken pipe is an end as well
    }
    System.exit(0);
  }
}
