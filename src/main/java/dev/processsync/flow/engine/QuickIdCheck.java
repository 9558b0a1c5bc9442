package dev.processsync.flow.engine;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with an entity's id only when something is. The engine would write out every
 * entity, a variable with its whole payload, to have the words at hand.
 */
final class QuickIdCheck extends DbEntityManager {

  private QuickIdCheck(IdGenerator ids, @Nullable PersistenceSession session) {
    super(ids, session);
  }

  @Override
  protected void validateId(DbEntity entity) {
    String id = entity.getId();
    if (id == null || id.equals(Authorization.ANY)) {
      super.validateId(entity);
    }
  }

  /** Puts it in the place of the engine's own. */
  record Factory() implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
      return DbEntityManager.class;
    }

    @Override
    public Session openSession() {
      return new QuickIdCheck(
          Context.getProcessEngineConfiguration().getIdGenerator(),
          Context.getCommandContext().getSession(PersistenceSession.class));
    }
  }
}
