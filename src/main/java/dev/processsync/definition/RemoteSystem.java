package dev.processsync.definition;

/**
 * Another instance as this one knows it.
 *
 * @param externalId the {@code sys_id} of the other instance's record that stands for us; empty
 *     until known
 * @param inboundApiUser the user (sys_id) that the other side logs in as
 * @param runAs the user (sys_id) on whose behalf its events are applied
 * @param instanceId the id of the instance that it stands for, as that said when it was validated;
 *     empty until then
 * @param errorSubflow key of the subflow that runs when the connection fails for good, empty for
 *     none
 * @param runAsChoice who chose {@code runAs}
 * @param disabledBy the login of whoever disabled it, empty if nobody did
 */
public record RemoteSystem(
    String sysId,
    String name,
    String definition,
    String externalId,
    String connectionAlias,
    String inboundApiUser,
    String runAs,
    String errorSubflow,
    String instanceId,
    State outboundState,
    State inboundState,
    RunAsChoice runAsChoice,
    String disabledBy) {

  /** The same record, linked. */
  public RemoteSystem withExternalId(String id) {
    return new RemoteSystem(
        sysId,
        name,
        definition,
        id,
        connectionAlias,
        inboundApiUser,
        runAs,
        errorSubflow,
        instanceId,
        outboundState,
        inboundState,
        runAsChoice,
        disabledBy);
  }

  /** Whether somebody disabled it on purpose; it is disabled, too, before it is first activated. */
  public boolean isDisabledByPerson() {
    return !disabledBy.isEmpty();
  }

  /** Whether events may pass, each way on its own. */
  public enum State {
    DISABLED,
    ACTIVE,
    ERROR
  }
}
