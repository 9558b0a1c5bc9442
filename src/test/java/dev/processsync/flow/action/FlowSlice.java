package dev.processsync.flow.action;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.flow.action.correlation.CreateCorrelation;
import dev.processsync.flow.action.correlation.LookUpCorrelationByLocalCorrelationId;
import dev.processsync.flow.action.correlation.LookUpCorrelationByLocalRecord;
import dev.processsync.flow.action.correlation.UpdateCorrelationState;
import dev.processsync.flow.action.notification.Recipients;
import dev.processsync.flow.action.notification.SendNotification;
import dev.processsync.flow.action.notification.WriteLog;
import dev.processsync.flow.action.record.CreateRecord;
import dev.processsync.flow.action.record.LookUpRecords;
import dev.processsync.flow.action.record.MappedFields;
import dev.processsync.flow.action.record.UpdateRecord;
import dev.processsync.flow.engine.FlowEngine;
import dev.processsync.flow.engine.FlowHistory;
import dev.processsync.flow.expression.Actions;
import dev.processsync.record.Actor;
import dev.processsync.record.DisplayValues;
import dev.processsync.record.Records;
import dev.processsync.record.References;
import dev.processsync.record.TableSlice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.jooq.DSLContext;
import org.springframework.context.ConfigurableApplicationContext;
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

  private final ConfigurableApplicationContext tables = TableSlice.startWithOwnTables();

  private FlowSlice() {
    records = tables.getBean(Records.class);
    sql = tables.getBean(DSLContext.class);
    dictionary = tables.getBean(Dictionary.class);
    displayValues = tables.getBean(DisplayValues.class);
    references = tables.getBean(References.class);
    heard = tables.getBean(TableSlice.Heard.class);
    transaction = new TransactionTemplate(tables.getBean(PlatformTransactionManager.class));
    FlowNotes notes = new FlowNotes(memory);
    MappedFields mapped = new MappedFields(dictionary, references, notes);
    RunAs runAs = new RunAs(memory.definitions(), memory.users());
    Map<String, JavaDelegate> beans = new HashMap<>();
    beans.put("lookUpRecords", new LookUpRecords(runAs, tables.getBean(Dictionary.class), records));
    beans.put("setQueueRecordStatus", new SetQueueRecordStatus(memory, records));
    beans.put(
        "sendNotification",
        new SendNotification(runAs, new Recipients(records, references), memory, notes));
    beans.put("writeLog", new WriteLog(notes));
    beans.putAll(
        Map.of(
            "transformPayload", new TransformPayload(),
            "lookUpCorrelationByLocalRecord", new LookUpCorrelationByLocalRecord(memory),
            "lookUpCorrelationByLocalCorrelationId",
                new LookUpCorrelationByLocalCorrelationId(memory),
            "createCorrelation", new CreateCorrelation(memory),
            "updateCorrelationState", new UpdateCorrelationState(memory),
            "sendCapturedPayload", new SendCapturedPayload(memory),
            "createRecord", new CreateRecord(runAs, mapped, records, notes),
            "updateRecord", new UpdateRecord(runAs, mapped, records, notes),
            "completeQueueEntry", new CompleteQueueEntry(memory),
            "failQueueEntry", new FailQueueEntry()));
    plugin =
        new FlowEngine(
            new Actions(beans.keySet(), name -> Objects.requireNonNull(beans.get(name))),
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

  /** Lets process test coverage listen. */
  private static final class Coverage
      extends org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin {
    @Override
    public void preInit(
        org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl configuration) {
      ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
    }
  }
}
