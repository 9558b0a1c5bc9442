package dev.processsync.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Cockpit's plugin with the tab; found by {@code META-INF/services}. */
public final class QueueEntryPlugin extends AbstractCockpitPlugin {

  /** Part of the plugin's addresses, and the folder of what the browser loads. */
  static final String ID = "process-sync";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(QueueEntryResource.class);
  }
}
