package dev.processsync.flow.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.processsync.flow.policy.ModelText;
import dev.processsync.sync.Subflows.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The subflows that the engine has deployed: the latest version of each. */
@Component
class Published {

  private final ProcessEngine engine;
  private final RepositoryService repository;
  private final RuntimeService runtime;

  /** By definition id; a definition never changes. */
  private final Cache<String, Optional<Kind>> kinds =
      Caffeine.newBuilder().maximumSize(10_000).build();

  Published(ProcessEngine engine) {
    this.engine = engine;
    this.repository = engine.getRepositoryService();
    this.runtime = engine.getRuntimeService();
  }

  /** Everything that says what kind of subflow it is, also what was deployed over REST. */
  List<ProcessDefinition> all() {
    return repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .orderByProcessDefinitionKey()
        .asc()
        .list()
        .stream()
        .filter(definition -> kind(definition).isPresent())
        .toList();
  }

  Optional<ProcessDefinition> find(String key) {
    return latest(key).filter(definition -> kind(definition).isPresent());
  }

  /** Every version, the newest first. */
  List<ProcessDefinition> versions(String key) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(key)
        .orderByProcessDefinitionVersion()
        .desc()
        .list();
  }

  Optional<ProcessDefinition> version(String key, int version) {
    return Optional.ofNullable(
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .processDefinitionVersion(version)
            .singleResult());
  }

  /** When a version was deployed; the engine's clock is UTC. */
  Instant deployedAt(ProcessDefinition version) {
    return repository
        .createDeploymentQuery()
        .deploymentId(version.getDeploymentId())
        .singleResult()
        .getDeploymentTime()
        .toInstant();
  }

  /** How many instances run on a version. */
  long running(ProcessDefinition version) {
    return runtime.createProcessInstanceQuery().processDefinitionId(version.getId()).count();
  }

  /** No instance starts any more; those that run go on. */
  void deactivate(String key) {
    repository.suspendProcessDefinitionByKey(key, false, null);
  }

  void activate(String key) {
    repository.activateProcessDefinitionByKey(key, false, null);
  }

  /** Whether any process has the key, a subflow or not. */
  boolean isTaken(String key) {
    return latest(key).isPresent();
  }

  /** Whether the definition with this id says what kind of subflow it is. */
  boolean isSubflow(String definition) {
    return kind(repository.getProcessDefinition(definition)).isPresent();
  }

  Optional<Kind> kind(ProcessDefinition definition) {
    return kinds.get(
        definition.getId(), id -> Model.parse(bpmn(definition)).kind(definition.getKey()));
  }

  String bpmn(ProcessDefinition definition) {
    try (InputStream in = repository.getProcessModel(definition.getId())) {
      return ModelText.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @return the id of the new version
   */
  String deploy(String key, String name, String bpmn) {
    return repository
        .createDeployment()
        .name(name)
        .addInputStream(
            key + ".bpmn", new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)))
        .deployWithResult()
        .getDeployedProcessDefinitions()
        .get(0)
        .getId();
  }

  /** The engine keeps models that it has read, also of transactions that were undone. */
  void forget(String definition) {
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getDeploymentCache()
        .removeProcessDefinition(definition);
  }

  boolean isRunning(String key) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(key).count() > 0;
  }

  /** Removes every version; what they did stays in the history. */
  void delete(String key) {
    repository.deleteProcessDefinitions().byKey(key).delete();
  }

  private Optional<ProcessDefinition> latest(String key) {
    return Optional.ofNullable(
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .latestVersion()
            .singleResult());
  }
}
