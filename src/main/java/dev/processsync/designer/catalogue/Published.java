package dev.processsync.designer.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.processsync.definition.Subflows.Kind;
import dev.processsync.designer.model.Purpose;
import dev.processsync.policy.ModelText;
import dev.processsync.policy.UnreadableXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.engine.repository.UpdateProcessDefinitionSuspensionStateBuilder;
import org.springframework.stereotype.Component;

/** The subflows that the engine has deployed: the latest version of each. */
@Component
class Published {

  private final ProcessEngine engine;
  private final RepositoryService repository;
  private final RuntimeService runtime;

  /** By definition id; a definition never changes. */
  private final Cache<String, Purpose> purposes = Caffeine.newBuilder().maximumSize(10_000).build();

  Published(ProcessEngine engine) {
    this.engine = engine;
    this.repository = engine.getRepositoryService();
    this.runtime = engine.getRuntimeService();
  }

  /**
   * Everything that says what kind of subflow it is, also what was deployed over REST, and what
   * can't be read; by key.
   */
  Collection<ProcessDefinition> all() {
    Map<String, ProcessDefinition> latest = new TreeMap<>();
    newestFirst(definitions().latestVersion())
        .forEach(definition -> latest.putIfAbsent(definition.getKey(), definition));
    latest.values().removeIf(definition -> !isListed(definition));
    return latest.values();
  }

  Optional<ProcessDefinition> find(String key) {
    return newestFirst(definitions().processDefinitionKey(key).latestVersion()).stream()
        .findFirst()
        .filter(this::isListed);
  }

  /** Every version, the newest first. */
  List<ProcessDefinition> versions(String key) {
    Optional<ProcessDefinition> latest = find(key);
    return newestFirst(definitions().processDefinitionKey(key)).stream()
        .filter(version -> latest.filter(newest -> isOfSameTenant(newest, version)).isPresent())
        .toList();
  }

  Optional<ProcessDefinition> version(String key, int version) {
    return versions(key).stream().filter(each -> each.getVersion() == version).findFirst();
  }

  private ProcessDefinitionQuery definitions() {
    return repository.createProcessDefinitionQuery();
  }

  /** What flows can run comes before what was deployed for a tenant, whatever its version. */
  private static List<ProcessDefinition> newestFirst(ProcessDefinitionQuery which) {
    List<ProcessDefinition> found =
        new ArrayList<>(
            which
                .orderByProcessDefinitionVersion()
                .desc()
                .orderByDeploymentTime()
                .desc()
                .orderByProcessDefinitionId()
                .desc()
                .list());
    found.sort(Comparator.comparing(definition -> definition.getTenantId() != null));
    return found;
  }

  private static boolean isOfSameTenant(ProcessDefinition one, ProcessDefinition other) {
    return Objects.equals(one.getTenantId(), other.getTenantId());
  }

  private boolean isListed(ProcessDefinition definition) {
    return purpose(definition).isListed();
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
    suspension(key).suspend();
  }

  void activate(String key) {
    suspension(key).activate();
  }

  private UpdateProcessDefinitionSuspensionStateBuilder suspension(String key) {
    return repository
        .updateProcessDefinitionSuspensionState()
        .byProcessDefinitionKey(key)
        .processDefinitionWithoutTenantId();
  }

  /** Whether any process has the key, a subflow or not. */
  boolean isTaken(String key) {
    return definitions().processDefinitionKey(key).count() > 0;
  }

  /** Whether the definition with this id says what kind of subflow it is. */
  boolean isSubflow(String definition) {
    return kind(repository.getProcessDefinition(definition)).isPresent();
  }

  /** Empty also if flows can't run it; {@link #problem} says why. */
  Optional<Kind> kind(ProcessDefinition definition) {
    return purpose(definition).kind();
  }

  /** Why flows can't run a definition that should be a subflow; empty if they can. */
  String problem(ProcessDefinition definition) {
    return purpose(definition).problem();
  }

  private Purpose purpose(ProcessDefinition definition) {
    return purposes.get(
        definition.getId(), id -> Purpose.of(definition, () -> ModelText.of(deployed(definition))));
  }

  /** What can't be read by what it says of itself is shown as far as it can be. */
  String bpmn(ProcessDefinition definition) {
    byte[] deployed = deployed(definition);
    try {
      return ModelText.of(deployed);
    } catch (UnreadableXml e) {
      return new String(deployed, StandardCharsets.UTF_8);
    }
  }

  /** As it was deployed: asked for a definition's model, the engine would read it first. */
  private byte[] deployed(ProcessDefinition definition) {
    try (InputStream in =
        repository.getResourceAsStream(
            definition.getDeploymentId(), definition.getResourceName())) {
      return in.readAllBytes();
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
}
