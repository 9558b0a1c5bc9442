package dev.processsync.flow.engine;

import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/** How messages name an activity: its name as the diagram shows it, and its id. */
public final class ActivityTitle {

  private ActivityTitle() {}

  public static String of(ActivityImpl activity) {
    return activity.getName() == null || activity.getName().isBlank()
        ? activity.getId()
        : "%s (%s)".formatted(activity.getName(), activity.getId());
  }
}
