package dev.processsync.bounds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Runs the packaged program, and takes all the memory that there is once it is told to. */
final class MemoryEater {

  private static final String PROGRAM = "org.springframework.boot.loader.launch.JarLauncher";

  private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

  private MemoryEater() {}

  /**
   * @param arguments the file whose existence tells it, and those of the program
   */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Path told = Path.of(arguments[0]);
    Thread eater = new Thread(() -> eat(told), "memory eater");
    eater.setDaemon(true);
    eater.start();
    String[] others = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
    Class.forName(PROGRAM).getMethod("main", String[].class).invoke(null, (Object) others);
  }

  private static void eat(Path told) {
    while (!Files.exists(told)) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    List<byte[]> eaten = new ArrayList<>();
    while (true) {
      eaten.add(new byte[64 * 1024]);
    }
  }
}
