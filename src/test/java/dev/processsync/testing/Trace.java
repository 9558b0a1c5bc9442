package dev.processsync.testing;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.jspecify.annotations.Nullable;

/** Where a process instance has been and where it is, as the engine's history tells now. */
record Trace(ProcessEngine engine, Model model, String instance) {

  boolean isEnded() {
    return engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .count()
        == 0;
  }

  /** The activities that it went into and out of again, in this order. */
  List<String> passed() {
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .finished()
        .orderPartiallyByOccurrence()
        .asc()
        .list()
        .stream()
        .filter(activity -> !activity.isCanceled())
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  List<String> waitingAt() {
    return isEnded() ? List.of() : engine.getRuntimeService().getActiveActivityIds(instance);
  }

  /** A variable of the flow itself, null if it has none of this name. */
  @Nullable Object variable(String name) {
    return engine
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .activityInstanceIdIn(instance)
        .variableName(name)
        .list()
        .stream()
        .map(HistoricVariableInstance::getValue)
        .findFirst()
        .orElse(null);
  }

  /** As it ends a sentence about the flow: "it ended after …". */
  @Override
  public String toString() {
    String way =
        passed().stream().map(model::title).reduce((one, next) -> one + " → " + next).orElse("–");
    return isEnded()
        ? "it ended. Its way: " + way
        : "it waits at %s. Its way: %s"
            .formatted(String.join(", ", waitingAt().stream().map(model::title).toList()), way);
  }
}
