package dev.processsync.demo;

import java.util.List;
import java.util.stream.Collectors;

/** The demo could not be shown to its end; says why and which logs tell more. */
final class DemoFailed extends RuntimeException {

  DemoFailed(RuntimeException cause, List<InstanceProcess> processes) {
    super(
        cause.getMessage()
            + System.lineSeparator()
            + "The instances' logs: "
            + processes.stream()
                .map(process -> process.log().toString())
                .collect(Collectors.joining(", ")),
        cause);
  }
}
