package dev.processsync.flow.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.processsync.flow.deployment.ModelsDeployed;
import dev.processsync.queue.entry.UnprocessableEntry;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The definition that a subflow's key means now. */
@Component
class PublishedSubflows {

  /** How long another node may go on with the version before; this node hears of it at once. */
  private static final Duration STALENESS = Duration.ofSeconds(2);

  private final RepositoryService repository;
  private final Cache<String, String> definitions =
      Caffeine.newBuilder().expireAfterWrite(STALENESS).maximumSize(10_000).build();

  PublishedSubflows(RepositoryService repository) {
    this.repository = repository;
  }

  /**
   * The id of the latest definition with this key.
   *
   * @throws UnprocessableEntry if it was deactivated
   */
  Optional<String> definition(String key) {
    return Optional.ofNullable(definitions.get(key, this::latest));
  }

  private @Nullable String latest(String key) {
    // Not singleResult: a definition too many would be an error for every event.
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .withoutTenantId()
            .latestVersion()
            .orderByDeploymentTime()
            .desc()
            .listPage(0, 1)
            .stream()
            .findFirst()
            .orElse(null);
    if (definition != null && definition.isSuspended()) {
      throw new UnprocessableEntry(
          "Subflow '%s' is inactive: activate it and set this entry to Ready, or choose another in the flow."
              .formatted(key));
    }
    return definition == null ? null : definition.getId();
  }

  @EventListener
  void forget(ModelsDeployed event) {
    definitions.invalidateAll();
  }
}
