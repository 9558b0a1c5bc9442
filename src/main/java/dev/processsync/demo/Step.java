package dev.processsync.demo;

import java.util.function.Supplier;

/**
 * One numbered step of the tutorial.
 *
 * @param title what the tutorial says to do
 * @param action does it and tells what happened
 */
record Step(int number, Instance instance, String title, Supplier<String> action) {

  String perform() {
    try {
      return action.get();
    } catch (RuntimeException failure) {
      throw new StepFailed(this, failure);
    }
  }
}
