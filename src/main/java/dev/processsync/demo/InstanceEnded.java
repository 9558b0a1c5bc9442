package dev.processsync.demo;

/** An instance's process has ended though it should be running. */
final class InstanceEnded extends RuntimeException {

  InstanceEnded(InstanceProcess process) {
    super("The %s instance has ended: see %s".formatted(process.name(), process.log()));
  }
}
