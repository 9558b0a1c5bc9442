package dev.processsync.flow.deployment;

import dev.processsync.policy.ModelText;
import dev.processsync.policy.UnreadableXml;
import dev.processsync.support.Lists;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmmn.deployer.CmmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.engine.impl.form.deployer.CamundaFormDefinitionDeployer;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.impl.util.StringUtil;
import org.camunda.bpm.engine.repository.Resource;

/**
 * What comes as files, by whichever way: models are kept in UTF-8 as they say they are, and a file
 * that nobody would ever read is refused instead of passed over.
 */
public final class DeployedFiles {

  private DeployedFiles() {}

  public static void in(ProcessEngineConfigurationImpl engine) {
    Deployer first = DeployedFiles::receive;
    engine.setCustomPreDeployers(Lists.with(engine.getCustomPreDeployers(), first));
    engine.setDeploymentHandlerFactory(
        processEngine ->
            new DefaultDeploymentHandler(processEngine) {
              @Override
              public boolean shouldDeployResource(Resource given, Resource existing) {
                return !Arrays.equals(
                    normalised(given.getName(), given.getBytes()),
                    normalised(existing.getName(), existing.getBytes()));
              }
            });
  }

  /** Also called for what was deployed long ago. */
  private static void receive(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    Collection<ResourceEntity> files = deployment.getResources().values();
    files.stream()
        .flatMap(file -> refusal(file).stream())
        .findFirst()
        .ifPresent(DeployedFiles::refuse);
    if (files.stream().noneMatch(file -> isRead(file.getName()))) {
      refuse(
          "Nothing of this would be deployed: models are files that end in .bpmn, Camunda Forms end in .form.");
    }
    files.forEach(file -> file.setBytes(normalised(file.getName(), file.getBytes())));
  }

  private static void refuse(String reason) {
    throw new BadUserRequestException(reason);
  }

  private static Optional<String> refusal(ResourceEntity file) {
    String name = file.getName();
    String lower = name.toLowerCase(Locale.ROOT);
    if (isRead(name)) {
      return Optional.empty();
    } else if (isRead(lower)) {
      return Optional.of(
          "'%s' would not be deployed, because its ending has capital letters: name it '%s'."
              .formatted(name, lower));
    } else if (StringUtil.hasAnySuffix(lower, DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES)) {
      return Optional.of(
          "'%s' is a decision (DMN), which does not run here: decide with a gateway and conditions in the process."
              .formatted(name));
    } else if (StringUtil.hasAnySuffix(lower, CmmnDeployer.CMMN_RESOURCE_SUFFIXES)) {
      return Optional.of(
          "'%s' is a case (CMMN), which does not run here: draw it as a process.".formatted(name));
    } else if (lower.endsWith(".xml")) {
      return Optional.of(
          "'%s' would not be deployed, because of its name: a model's ends in .bpmn."
              .formatted(name));
    }
    return Optional.empty();
  }

  private static boolean isRead(String name) {
    return isModel(name)
        || StringUtil.hasAnySuffix(name, CamundaFormDefinitionDeployer.FORM_RESOURCE_SUFFIXES);
  }

  private static boolean isModel(String name) {
    return StringUtil.hasAnySuffix(name, BpmnDeployer.BPMN_RESOURCE_SUFFIXES);
  }

  /** What can't be read stays as it is: the parse says what is wrong with it. */
  private static byte[] normalised(String name, byte[] bytes) {
    if (!isModel(name)) {
      return bytes;
    }
    try {
      return ModelText.of(bytes).getBytes(StandardCharsets.UTF_8);
    } catch (UnreadableXml e) {
      return bytes;
    }
  }
}
