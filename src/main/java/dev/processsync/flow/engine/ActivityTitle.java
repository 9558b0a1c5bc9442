package dev.processsync.flow.engine;

import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/** How messages name an activity: its name as the diagram shows it, and its id. */
public final class ActivityTitle {

  private ActivityTitle() {}

  public static String of(ActivityImpl activity) {
    // Events keep their name as a property only, tasks as both.
    return activity.getProperty("name") instanceof String name && !name.isBlank()
        ? "%s (%s)".formatted(name, activity.getId())
        : activity.getId();
  }
}
