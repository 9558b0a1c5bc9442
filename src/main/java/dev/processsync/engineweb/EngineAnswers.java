package dev.processsync.engineweb;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Has the engine's REST API, and the one of its web applications, refuse in our words. Both find it
 * as a service; neither is configured by us.
 */
public final class EngineAnswers implements Feature {

  /** Before the engine's own. */
  static final int FIRST = 1;

  @Override
  public boolean configure(FeatureContext context) {
    context.register(new EngineFailure.OfAnyKind(), FIRST);
    context.register(new EngineFailure.OfTheEngine(), FIRST);
    context.register(new EngineFailure.OfTheRestApi(), FIRST);
    context.register(new EngineWords(), FIRST);
    return true;
  }
}
