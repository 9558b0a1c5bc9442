package dev.processsync.identity;

import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;

/**
 * What the engine grants by itself. Not to whoever deploys a model, as it would: they could still
 * delete it when they have lost the role that let them.
 */
final class RolesDecide extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity[] newDeployment(Deployment deployment) {
    return new AuthorizationEntity[0];
  }
}
