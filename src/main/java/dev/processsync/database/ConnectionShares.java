package dev.processsync.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Puts the shares of requests beside the pool that Spring Boot makes. */
@Component
class ConnectionShares implements DestructionAwareBeanPostProcessor {

  private final Shares shares;
  private final Map<Object, SharedConnections> shared = new ConcurrentHashMap<>();

  ConnectionShares(Environment environment) {
    this.shares = Binder.get(environment).bindOrCreate("process-sync.database", Shares.class);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof HikariDataSource own
        ? shared.computeIfAbsent(own, made -> new SharedConnections(own, shares))
        : bean;
  }

  @Override
  public void postProcessBeforeDestruction(Object bean, String name) {
    SharedConnections ending = shared.remove(bean);
    if (ending != null) {
      ending.close();
    }
  }

  @Override
  public boolean requiresDestruction(Object bean) {
    return bean instanceof HikariDataSource;
  }
}
