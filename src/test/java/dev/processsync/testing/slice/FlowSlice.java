package dev.processsync.testing.slice;

import dev.processsync.definition.SyncDefinitions;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.flow.action.Step;
import dev.processsync.flow.engine.FlowEngine;
import dev.processsync.flow.engine.FlowHistory;
import dev.processsync.flow.expression.Actions;
import dev.processsync.identity.Users;
import dev.processsync.record.Actor;
import dev.processsync.record.DisplayValues;
import dev.processsync.record.Records;
import dev.processsync.record.References;
import dev.processsync.record.TurnRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.community.process_test_coverage.engine.platform7.CompensationEventCoverageHandler;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The real engine with the real actions on real records, in one database and one transaction; the
 * queue, correlations, users and definitions are remembered in memory. One for all tests: starting
 * it takes longer than running them.
 */
public final class FlowSlice {

  private static final FlowSlice ONLY = new FlowSlice();

  public final InMemory memory = new InMemory();
  public final Records records;
  public final TurnRecords turnRecords;
  public final DSLContext sql;
  public final Dictionary dictionary;
  public final DisplayValues displayValues;
  public final References references;

  /** What was told about records since it was asked to forget. */
  public final TableSlice.Heard heard;

  public final TransactionTemplate transaction;
  public final ProcessEngine engine;
  public final FlowEngine plugin;

  /** Whether smooth runs leave history. */
  public boolean reporting;

  public final FlowHistory history = new FlowHistory(() -> reporting);

  /** With the tables of the project, where an instance would have them. */
  private final ConfigurableApplicationContext tables = TableSlice.start("file:./dictionary/");

  private FlowSlice() {
    records = tables.getBean(Records.class);
    turnRecords = tables.getBean(TurnRecords.class);
    sql = tables.getBean(DSLContext.class);
    dictionary = tables.getBean(Dictionary.class);
    displayValues = tables.getBean(DisplayValues.class);
    references = tables.getBean(References.class);
    heard = tables.getBean(TableSlice.Heard.class);
    transaction = new TransactionTemplate(tables.getBean(PlatformTransactionManager.class));
    plugin =
        new FlowEngine(
            actions(tables, memory),
            () -> memory,
            () -> memory.settings,
            () -> memory.nanos,
            history,
            memory::modelsDeployed);
    engine = engine();
  }

  public static FlowSlice get() {
    return ONLY;
  }

  /** Those of an instance, found as an instance finds them: no list, which would be forgotten. */
  private static Actions actions(ApplicationContext tables, InMemory memory) {
    AnnotationConfigApplicationContext found = new AnnotationConfigApplicationContext();
    found.setParent(tables);
    found.registerBean("memory", InMemory.class, () -> memory);
    found.registerBean("definitions", SyncDefinitions.class, memory::definitions);
    found.registerBean("users", Users.class, memory::users);
    found.scan(Step.class.getPackageName());
    found.refresh();
    return new Actions(
        Set.of(found.getBeanNamesForType(JavaDelegate.class)),
        name -> found.getBean(name, JavaDelegate.class));
  }

  private ProcessEngine engine() {
    SpringTransactionsProcessEngineConfiguration engineSetup =
        new SpringTransactionsProcessEngineConfiguration();
    engineSetup.setDataSource(tables.getBean(DataSource.class));
    engineSetup.setTransactionManager(tables.getBean(PlatformTransactionManager.class));
    engineSetup.setDatabaseSchemaUpdate("true");
    engineSetup.setHistory("full");
    engineSetup.setHistoryTimeToLive("P30D");
    engineSetup.setJobExecutorActivate(false);
    engineSetup.setProcessEngineName("flow-slice");
    ProcessEnginePlugin json = new org.camunda.spin.plugin.impl.SpinProcessEnginePlugin();
    engineSetup.setProcessEnginePlugins(List.of(json, plugin, new Coverage()));
    return engineSetup.buildProcessEngine();
  }

  /** A configuration that gives the engine which runs already. */
  public SpringTransactionsProcessEngineConfiguration running() {
    return new SpringTransactionsProcessEngineConfiguration() {
      @Override
      public ProcessEngine buildProcessEngine() {
        return engine;
      }
    };
  }

  /** Makes a new world for a test: no records, and only the shipped models deployed. */
  public void reset() {
    reporting = false;
    ProcessEngineTests.init(engine); // Of this thread.
    engine
        .getRepositoryService()
        .createDeploymentQuery()
        .list()
        .forEach(
            deployment ->
                engine
                    .getRepositoryService()
                    .deleteDeployment(deployment.getId(), true, true, true));
    TableSlice.empty(tables);
    memory.forget(); // Also what the queue was told of instances that ended with their deployment.
    List.of(
            "outbound-flow-template-basic",
            "inbound-flow-template-basic",
            "process-event-outbound",
            "process-event-inbound",
            "error-flow-template-basic",
            "remote-system-error")
        .forEach(key -> deploy(key, model(key)));
  }

  public void deploy(String key, String xml) {
    engine
        .getRepositoryService()
        .createDeployment()
        .name(key)
        .addString(key + ".bpmn", xml)
        .deploy();
  }

  /** A shipped model's XML. */
  public static String model(String key) {
    try (InputStream in = FlowSlice.class.getResourceAsStream("/bpmn/" + key + ".bpmn")) {
      return new String(Objects.requireNonNull(in, key).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TableRecord insert(String table, Map<String, String> values) {
    return records.insert(Actor.system(), table, values);
  }

  public TableRecord read(String table, String sysId) {
    return records.get(Actor.system(), table, sysId);
  }

  public List<TableRecord> incidents(String shortDescription) {
    return records.findBy(
        Actor.system(), "incident", Map.of("short_description", shortDescription));
  }

  /** Lets process test coverage listen, also while no test has asked for it. */
  private static final class Coverage
      extends org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin {
    @Override
    public void preInit(
        org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl configuration) {
      ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
      configuration.getCustomPostBPMNParseListeners().stream()
          .filter(ElementCoverageParseListener.class::isInstance)
          .map(ElementCoverageParseListener.class::cast)
          .forEach(listener -> listener.setCoverageState(event -> {}));
      configuration.getCustomEventHandlers().stream()
          .filter(CompensationEventCoverageHandler.class::isInstance)
          .map(CompensationEventCoverageHandler.class::cast)
          .forEach(handler -> handler.setCoverageState(event -> {}));
    }
  }
}
