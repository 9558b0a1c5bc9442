package dev.processsync.queue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The model: what has happened for good, in the order of commits. Knows changes by their names. */
final class History {

  /** What a change's flow does when it goes well. */
  enum Flow {
    SENDS,
    SENDS_NOTHING,
    SKIPS
  }

  /** Why a change's flow does not go well in its lane's turn. */
  enum Misfortune {
    NONE,
    FAILS,
    CAN_NOT_BE,
    WAITS
  }

  private final Map<String, Flow> captured = new LinkedHashMap<>();
  private final Map<String, Misfortune> misfortunes = new LinkedHashMap<>();
  private final List<String> flows = new ArrayList<>();
  private final Set<String> skipped = new HashSet<>();
  private int names;

  String newName() {
    return "change " + ++names;
  }

  void captured(String name, Flow flow, Misfortune misfortune) {
    captured.put(name, flow);
    misfortunes.put(name, misfortune);
  }

  /** A flow went well, in its lane's turn or in the engine. */
  void flowCommitted(String name) {
    if (flows.contains(name)) {
      throw new AssertionError("The flow of %s was committed twice".formatted(name));
    }
    if (skipped.contains(name)) {
      throw new AssertionError("The flow of %s was committed after it was skipped".formatted(name));
    }
    flows.add(name);
  }

  /** An administrator said so. */
  void skipped(String name) {
    skipped.add(name);
  }

  void heal(String name) {
    misfortunes.put(name, Misfortune.NONE);
  }

  void healAll() {
    misfortunes.replaceAll((name, misfortune) -> Misfortune.NONE);
  }

  Set<String> captured() {
    return captured.keySet();
  }

  Flow flow(String name) {
    return Objects.requireNonNull(captured.get(name), name);
  }

  Misfortune misfortune(String name) {
    return Objects.requireNonNull(misfortunes.get(name), name);
  }

  List<String> flows() {
    return flows;
  }

  boolean isFlowCommitted(String name) {
    return flows.contains(name);
  }

  boolean isSkipped(String name) {
    return skipped.contains(name);
  }
}
