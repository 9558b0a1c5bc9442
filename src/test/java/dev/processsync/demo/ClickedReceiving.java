package dev.processsync.demo;

/** Steps 38–44 and 45–51: the inbound subflows, which map what arrives to this side's fields. */
final class ClickedReceiving {

  static final String TEMPLATE = "Remote Process Sync Inbound Flow Template - Basic";

  private final Clicking clicking;
  private final Instance instance;
  private final String event;

  ClickedReceiving(Clicking clicking, Instance instance, String event) {
    this.clicking = clicking;
    this.instance = instance;
    this.event = event;
  }

  /** Steps 38–44. */
  void receiveRequests() {
    openDefinition();
    ClickedDesigner designer = ClickedDesigner.navigatedTo(clicking);
    designer.copy(TEMPLATE);
    designer.enterSamplePayload(ReceivingSteps.sample("request-hardware.json"));
    designer.map("ServiceTask_CreateIncidentRecord", ReceivingSteps.REQUEST_MAPPING);
    designer.map("ServiceTask_UpdateIncidentRecord", ReceivingSteps.REQUEST_MAPPING);
    designer.publish();
    bind();
  }

  /** Steps 45–51. */
  void receiveFulfilments() {
    openDefinition();
    ClickedDesigner designer = ClickedDesigner.navigatedTo(clicking);
    designer.copy(TEMPLATE);
    designer.enterSamplePayload(ReceivingSteps.sample("hardware-request-fulfilled.json"));
    designer.map("ServiceTask_UpdateIncidentRecord", ReceivingSteps.FULFILMENT_MAPPING);
    designer.deleteElse();
    designer.publish();
    bind();
  }

  private void openDefinition() {
    clicking.navigateTo("IntegrationHub", "Remote Process Sync", "Process Sync Definitions");
    clicking.select(instance.definition());
  }

  private void bind() {
    openDefinition();
    clicking.selectNewIn("Inbound Flows");
    clicking.pick("Process Event", event);
    clicking.pick("Inbound Subflow", "Copy of " + TEMPLATE);
    clicking.lookUp("Remote System", instance.remoteSystem());
    clicking.submit();
  }
}
