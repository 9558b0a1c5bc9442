package dev.processsync.flow.engine;

import dev.processsync.flow.deployment.DeploymentsTold;
import dev.processsync.flow.deployment.ModelsDeployed;
import dev.processsync.flow.deployment.ProtectedModels;
import dev.processsync.flow.deployment.ProtectedUsedModels;
import dev.processsync.flow.deployment.ShippedModels;
import dev.processsync.flow.deployment.UsedModels;
import dev.processsync.flow.expression.Actions;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.settings.Settings;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.function.SingletonSupplier;

/** Gives the instance's engine the actions of this instance. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

  /** By name only: what the actions use is built after the engine, and partly on it. */
  @Bean
  static Actions actions(ListableBeanFactory beans) {
    return new Actions(
        Set.of(beans.getBeanNamesForType(JavaDelegate.class, true, false)),
        name -> beans.getBean(name, JavaDelegate.class));
  }

  @Bean
  static FlowHistory flowHistory(ObjectProvider<Settings> settings) {
    Settings found = late(settings);
    return new FlowHistory(() -> found.current().contextReporting());
  }

  @Bean
  static FlowEngine flowEngine(
      Actions actions,
      ObjectProvider<QueueEntries> entries,
      ObjectProvider<Settings> settings,
      FlowHistory history,
      ApplicationEventPublisher events) {
    return new FlowEngine(
        actions,
        entries::getObject,
        late(settings),
        System::nanoTime,
        history,
        () -> events.publishEvent(new ModelsDeployed()));
  }

  @Bean
  static JobThreads jobThreads() {
    return new JobThreads();
  }

  @Bean
  static DeploymentsTold deploymentsTold(ApplicationEventPublisher events) {
    return new DeploymentsTold(events::publishEvent);
  }

  @Bean
  static ProtectedUsedModels usedModelsStay(
      ObjectProvider<UsedModels> used, ObjectProvider<PlatformTransactionManager> transactions) {
    return new ProtectedUsedModels(used::getObject, transactions::getObject);
  }

  @Bean
  static ProtectedModels modelsStay(
      ObjectProvider<ShippedModels> shipped, ObjectProvider<UsedModels> used) {
    return new ProtectedModels(shipped::getObject, used::getObject);
  }

  /** Looked up when a flow first asks: settings are records, which are there after the engine. */
  private static Settings late(ObjectProvider<Settings> settings) {
    SingletonSupplier<Settings> found = SingletonSupplier.of(settings::getObject);
    return () -> found.obtain().current();
  }
}
