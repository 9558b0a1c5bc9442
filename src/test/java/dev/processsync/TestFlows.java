package dev.processsync;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Subflows that a test models itself. */
public final class TestFlows {

  private TestFlows() {}

  public static StartEventBuilder start(String key) {
    return Bpmn.createExecutableProcess(key).camundaHistoryTimeToLive(30).startEvent();
  }

  /**
   * Publishes a subflow, so that a flow can be bound to it.
   *
   * @param kind inbound or outbound
   * @param last its last step
   */
  public static void publish(
      RepositoryService repository, String kind, String key, AbstractFlowNodeBuilder<?, ?> last) {
    BpmnModelInstance model = last.endEvent().done();
    CamundaProperty property = model.newInstance(CamundaProperty.class);
    property.setCamundaName("process-sync.kind");
    property.setCamundaValue(kind);
    ExtensionElements extensions = model.newInstance(ExtensionElements.class);
    model.<Process>getModelElementById(key).setExtensionElements(extensions);
    extensions.addExtensionElement(CamundaProperties.class).getCamundaProperties().add(property);
    repository.createDeployment().addModelInstance(key + ".bpmn", model).deploy();
  }
}
