package dev.processsync.flow.deployment;

import java.util.Map;

/** Which models may not go; answered by whoever keeps the bindings. */
public interface UsedModels {

  /** The keys of published models that something uses, each with one of its users for people. */
  Map<String, String> published();
}
