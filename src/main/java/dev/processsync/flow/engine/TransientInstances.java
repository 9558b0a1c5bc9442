package dev.processsync.flow.engine;

import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * An instance that ends in the transaction that it began in was never seen by anybody, so nobody
 * was granted anything on it: the engine would look in the database each time one ends.
 */
final class TransientInstances extends AuthorizationManager {

  private final BooleanSupplier fleeting;

  private TransientInstances(BooleanSupplier fleeting) {
    this.fleeting = fleeting;
  }

  @Override
  public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
    if (resource != Resources.PROCESS_INSTANCE || !fleeting.getAsBoolean()) {
      super.deleteAuthorizationsByResourceId(resource, resourceId);
    }
  }

  /**
   * Puts it in the place of the engine's own.
   *
   * @param fleeting whether the flow that is being run ends in its transaction
   */
  record Factory(BooleanSupplier fleeting) implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
      return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
      return new TransientInstances(fleeting);
    }
  }
}
