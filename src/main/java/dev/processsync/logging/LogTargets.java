package dev.processsync.logging;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets {@code logging.file.*} and {@code logging.structured.*} mean what they mean in Spring Boot.
 */
final class LogTargets implements EnvironmentPostProcessor {

  private static final String STRUCTURED = "structured-";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    boolean toFile =
        environment.containsProperty("logging.file.name")
            || environment.containsProperty("logging.file.path");
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "where lines are logged",
                Map.of(
                    "process-sync.log.file",
                    toFile ? "file" : "no-file",
                    "process-sync.log.console-kind",
                    kind(environment, "console"),
                    "process-sync.log.file-kind",
                    kind(environment, "file"))));
  }

  private static String kind(ConfigurableEnvironment environment, String target) {
    return environment.containsProperty("logging.structured.format." + target) ? STRUCTURED : "";
  }
}
