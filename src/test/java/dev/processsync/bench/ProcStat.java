package dev.processsync.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What Linux tells of a process in {@code /proc/<pid>/stat}.
 *
 * @param deadChildren processor time, user and system, of children that have ended and were waited
 *     for, and of theirs
 */
record ProcStat(Duration deadChildren) {

  /** Linux counts for everybody in hundredths of a second, whatever the kernel does inside. */
  private static final long MILLIS_A_TICK = 10;

  /** Nothing where the process has ended or there is no {@code /proc}. */
  static ProcStat of(long pid) {
    try {
      return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
    } catch (IOException gone) {
      return new ProcStat(Duration.ZERO);
    }
  }

  /** The command's name is in brackets and may have blanks and brackets itself. */
  static ProcStat parse(String line) {
    List<String> afterName =
        List.of(line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1));
    return new ProcStat(ticks(afterName.get(13)).plus(ticks(afterName.get(14))));
  }

  private static Duration ticks(String number) {
    return Duration.ofMillis(Long.parseLong(number) * MILLIS_A_TICK);
  }
}
