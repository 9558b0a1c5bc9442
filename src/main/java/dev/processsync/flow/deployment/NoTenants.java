package dev.processsync.flow.deployment;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Refuses what is deployed for a tenant, by whichever way: flows run what belongs to nobody, so it
 * would be a second model under the same key that no flow ever runs.
 */
public final class NoTenants implements Deployer {

  /** Also called when a deployment of long ago is read again: what is there stays. */
  @Override
  public void deploy(DeploymentEntity deployment) {
    String tenant = deployment.getTenantId();
    if (deployment.isNew() && tenant != null) {
      throw new BadUserRequestException(
          tenant.isEmpty()
              ? "There are no tenants here: leave tenant-id out of the deployment; an empty one is a tenant too."
              : "There are no tenants here: deploy without the tenant '%s'.".formatted(tenant));
    }
  }
}
