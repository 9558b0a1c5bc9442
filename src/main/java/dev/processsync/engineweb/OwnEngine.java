package dev.processsync.engineweb;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.rest.spi.ProcessEngineProvider;
import org.jspecify.annotations.Nullable;

/**
 * Tells the engine's REST API and web applications which engine is meant: that of the instance
 * which got the request, whatever its name and however many instances share this JVM. Found by
 * {@code META-INF/services}, before the engine's own.
 */
public final class OwnEngine implements ProcessEngineProvider {

  private static final ThreadLocal<@Nullable ProcessEngine> SERVING = new ThreadLocal<>();

  /** Until {@link #done}, this thread serves a request to this engine's instance. */
  static void serving(ProcessEngine engine) {
    SERVING.set(engine);
  }

  static void done() {
    SERVING.remove();
  }

  @Override
  public @Nullable ProcessEngine getDefaultProcessEngine() {
    ProcessEngine own = SERVING.get();
    return own != null ? own : ProcessEngines.getDefaultProcessEngine(false);
  }

  /** The engine of this name, null if there is none or it is another instance's. */
  @Override
  public @Nullable ProcessEngine getProcessEngine(String name) {
    ProcessEngine own = SERVING.get();
    if (own != null) {
      return own.getName().equals(name) ? own : null;
    }
    return ProcessEngines.getProcessEngine(name, false);
  }

  @Override
  public Set<String> getProcessEngineNames() {
    ProcessEngine own = SERVING.get();
    return own != null ? Set.of(own.getName()) : ProcessEngines.getProcessEngines().keySet();
  }
}
