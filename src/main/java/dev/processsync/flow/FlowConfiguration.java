package dev.processsync.flow;

import dev.processsync.flow.engine.Actions;
import dev.processsync.flow.engine.DeploymentsTold;
import dev.processsync.flow.engine.FlowEngine;
import dev.processsync.flow.engine.FlowHistory;
import dev.processsync.flow.engine.JobThreads;
import dev.processsync.flow.engine.ModelsDeployed;
import dev.processsync.flow.engine.ModelsStay;
import dev.processsync.flow.engine.ShippedModels;
import dev.processsync.flow.engine.UsedModels;
import dev.processsync.flow.engine.UsedModelsStay;
import dev.processsync.queue.QueueEntries;
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
  static UsedModelsStay usedModelsStay(
      ObjectProvider<UsedModels> used, ObjectProvider<PlatformTransactionManager> transactions) {
    return new UsedModelsStay(used::getObject, transactions::getObject);
  }

  @Bean
  static ModelsStay modelsStay(
      ObjectProvider<ShippedModels> shipped, ObjectProvider<UsedModels> used) {
    return new ModelsStay(shipped::getObject, used::getObject);
  }

  /** Looked up when a flow first asks: settings are records, which are there after the engine. */
  private static Settings late(ObjectProvider<Settings> settings) {
    SingletonSupplier<Settings> found = SingletonSupplier.of(settings::getObject);
    return () -> found.obtain().current();
  }
}
