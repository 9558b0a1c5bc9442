package dev.processsync.settings;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * With what a property is made: its start-time property (in a file, on the command line, as an
 * environment variable), else its default.
 */
record StartValue(Environment environment, Property property) {

  /**
   * @throws IllegalArgumentException if the start-time property has a value that is not allowed
   */
  String get() {
    Binder binder = Binder.get(environment);
    for (String name : property.startTimeNames()) {
      String given = binder.bind(name, String.class).orElse("");
      if (!given.isBlank()) {
        return property
            .readAtStart(given)
            .orElseThrow(() -> new IllegalArgumentException(property.refusal(name, given)));
      }
    }
    return property.byDefault();
  }
}
