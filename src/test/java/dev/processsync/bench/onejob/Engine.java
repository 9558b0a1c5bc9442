package dev.processsync.bench.onejob;

import dev.processsync.bench.plain.Change;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** A Camunda engine as people set it up for asynchronous work, in the records' transactions. */
final class Engine {

  /** The process variable that carries the message. */
  static final String MESSAGE = "message";

  private static final String PROCESS = "pass-message-on";

  /** More bring nothing on two cores, fewer leave them idle while a commit is under way. */
  private static final int JOB_THREADS = 8;

  private Engine() {}

  static ProcessEngine start(
      DataSource source, PlatformTransactionManager transactions, JavaDelegate delegate) {
    SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
    configuration.setDataSource(source);
    configuration.setTransactionManager(transactions);
    configuration.setDatabaseSchemaUpdate(areTablesThere(source) ? "none" : "true");
    configuration.setHistory(HistoryLevel.HISTORY_LEVEL_ACTIVITY.getName());
    configuration.setMetricsEnabled(false);
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setJobExecutor(jobExecutor());
    configuration.setJobExecutorActivate(true);
    configuration.setBeans(Map.of("pass", delegate));
    ProcessEngine engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(PROCESS + ".bpmn", model())
        .deploy();
    return engine;
  }

  /** On H2 the engine itself asks for upper-case names, finds none, and creates all once more. */
  private static boolean areTablesThere(DataSource source) {
    return new JdbcTemplate(source)
            .queryForObject(
                "select count(*) from information_schema.tables where table_name = 'act_ge_property'",
                Integer.class)
        > 0;
  }

  private static SpringJobExecutor jobExecutor() {
    ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
    pool.setCorePoolSize(JOB_THREADS);
    pool.setMaxPoolSize(JOB_THREADS);
    pool.setQueueCapacity(200);
    pool.initialize();
    SpringJobExecutor executor = new SpringJobExecutor();
    executor.setTaskExecutor(pool);
    executor.setMaxJobsPerAcquisition(60);
    executor.setMaxWait(1_000);
    return executor;
  }

  private static BpmnModelInstance model() {
    return Bpmn.createExecutableProcess(PROCESS)
        .startEvent()
        .camundaAsyncBefore()
        .camundaExclusive(false)
        .serviceTask("pass")
        .camundaDelegateExpression("${pass}")
        .endEvent()
        .done();
  }

  /** In the caller's transaction, if there is one. */
  static void startInstance(ProcessEngine engine, Change change) {
    engine
        .getRuntimeService()
        .startProcessInstanceByKey(PROCESS, change.messageId(), Map.of(MESSAGE, change.toJson()));
  }
}
