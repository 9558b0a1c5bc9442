package dev.processsync.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How the pair is started.
 *
 * @param data directory of both databases, both logs and {@code demo.properties}. Not {@code data}
 *     itself: there an instance that is started by hand has its database, and it may be called
 *     customer, too
 * @param exit whether to stop after the first request instead of staying up
 */
record DemoOptions(int customerPort, int vendorPort, Path data, boolean exit) {

  private static final Set<String> NAMES = Set.of("customer.port", "vendor.port", "data");

  /**
   * @throws UsageProblem if an argument is none of ours, a port is no port, or both are the same
   */
  static DemoOptions parse(String... arguments) {
    Map<String, String> given = new HashMap<>();
    boolean exit = false;
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (argument.equals("--exit")) {
        exit = true;
      } else if (equals > 0 && name.startsWith("--") && NAMES.contains(name.substring(2))) {
        given.put(name.substring(2), argument.substring(equals + 1));
      } else {
        throw new UsageProblem(
            "'%s' is not an argument of the demo: use --customer.port=, --vendor.port=, --data= or --exit."
                .formatted(argument));
      }
    }
    int customerPort = port(given, "customer.port", "8080");
    int vendorPort = port(given, "vendor.port", "8081");
    if (customerPort == vendorPort) {
      throw new UsageProblem(
          "Both instances would listen on port %d: give them different ports."
              .formatted(customerPort));
    }
    return new DemoOptions(
        customerPort,
        vendorPort,
        Path.of(given.getOrDefault("data", "data/demo")).toAbsolutePath().normalize(),
        exit);
  }

  private static int port(Map<String, String> given, String name, String otherwise) {
    String text = given.getOrDefault(name, otherwise);
    if (!text.matches("\\d{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 65_535) {
      throw new UsageProblem(
          "--%s=%s is not a port: use a number from 1 to 65535.".formatted(name, text));
    }
    return Integer.parseInt(text);
  }
}
