package dev.processsync.flow.engine;

import org.camunda.bpm.engine.HistoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Has the engine clean up its history every night. The engine would see to it at its start, but not
 * on our H2 databases: as in {@link EngineTables}, it does not find its tables there.
 */
@Component
class HistoryCleanup implements SmartInitializingSingleton {

  private final HistoryService history;

  HistoryCleanup(HistoryService history) {
    this.history = history;
  }

  @Override
  public void afterSingletonsInstantiated() {
    history.cleanUpHistoryAsync();
  }
}
