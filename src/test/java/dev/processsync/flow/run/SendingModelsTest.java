package dev.processsync.flow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.ServiceTaskBuilder;
import org.junit.jupiter.api.Test;

/** Which models only send, so that they may run within the change that they tell of. */
class SendingModelsTest {

  @Test
  void theTemplateOnlySends() throws Exception {
    try (InputStream template =
        getClass().getResourceAsStream("/bpmn/outbound-flow-template-basic.bpmn")) {
      assertThat(SendingModels.onlySends(Bpmn.readModelFromStream(template))).isTrue();
    }
  }

  @Test
  void soDoesAModelThatTransformsFirst() {
    assertThat(
            onlySends(send -> send.serviceTask().camundaDelegateExpression("${transformPayload}")))
        .isTrue();
  }

  @Test
  void whatWritesNotifiesOrWaitsDoesMore() {
    assertThat(onlySends(send -> send.serviceTask().camundaDelegateExpression("${updateRecord}")))
        .isFalse();
    assertThat(
            onlySends(send -> send.serviceTask().camundaDelegateExpression("${sendNotification}")))
        .isFalse();
    assertThat(onlySends(AbstractFlowNodeBuilder::userTask)).isFalse();
    assertThat(onlySends(send -> send.intermediateCatchEvent().timerWithDuration("PT1S")))
        .isFalse();
    assertThat(onlySends(send -> send.callActivity().calledElement("other"))).isFalse();
    assertThat(onlySends(send -> send.serviceTask().camundaTopic("outside"))).isFalse();
  }

  @Test
  void soDoesWhatTheEngineTakesOver() {
    assertThat(onlySends(ServiceTaskBuilder::camundaAsyncBefore)).isFalse();
    assertThat(onlySends(ServiceTaskBuilder::camundaAsyncAfter)).isFalse();
    assertThat(onlySends(send -> send.exclusiveGateway().camundaAsyncBefore())).isFalse();
  }

  @Test
  void soDoesWhatMayRunMoreThanOnce() {
    assertThat(
            onlySends(
                send ->
                    send.multiInstance()
                        .cardinality("1000")
                        .<ServiceTaskBuilder>multiInstanceDone()))
        .isFalse();
    assertThat(
            SendingModels.onlySends(
                sending("loops")
                    .exclusiveGateway("Again")
                    .condition("again", "${true}")
                    .connectTo("Send")
                    .moveToNode("Again")
                    .endEvent()
                    .done()))
        .isFalse();
  }

  @Test
  void soDoesWhatHasABoundaryAnEndThatTellsOrAListener() {
    assertThat(
            onlySends(
                send ->
                    send.boundaryEvent()
                        .error()
                        .endEvent()
                        .<ServiceTaskBuilder>moveToActivity("Send")))
        .isFalse();
    assertThat(SendingModels.onlySends(sending("tells").endEvent().error("told").done())).isFalse();
    assertThat(
            onlySends(
                send -> send.camundaExecutionListenerDelegateExpression("start", "${writeLog}")))
        .isFalse();
  }

  private static boolean onlySends(
      Function<ServiceTaskBuilder, AbstractFlowNodeBuilder<?, ?>> more) {
    return SendingModels.onlySends(more.apply(sending("sends")).endEvent().done());
  }

  private static ServiceTaskBuilder sending(String key) {
    return Bpmn.createExecutableProcess(key)
        .startEvent()
        .serviceTask("Send")
        .camundaDelegateExpression("${sendCapturedPayload}");
  }
}
