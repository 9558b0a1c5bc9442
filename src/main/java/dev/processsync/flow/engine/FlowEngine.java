package dev.processsync.flow.engine;

import static dev.processsync.support.Lists.with;

import dev.processsync.flow.deployment.DeployedFiles;
import dev.processsync.flow.deployment.DeploymentNews;
import dev.processsync.flow.deployment.NoTenants;
import dev.processsync.flow.expression.Actions;
import dev.processsync.flow.expression.FlowExpressions;
import dev.processsync.flow.expression.LiteralSamples;
import dev.processsync.flow.expression.LongText;
import dev.processsync.flow.expression.PillPriorities;
import dev.processsync.flow.expression.SyncDates;
import dev.processsync.flow.expression.TaskTexts;
import dev.processsync.flow.expression.TextExpressions;
import dev.processsync.flow.expression.Truths;
import dev.processsync.flow.expression.WholePills;
import dev.processsync.policy.CheckedParse;
import dev.processsync.policy.SafeBpmn;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.settings.Settings;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Incident;

/** Makes an engine one that flows can be given to. */
public final class FlowEngine extends AbstractProcessEnginePlugin {

  private static final String JSON = "application/json";

  private final Actions actions;
  private final Supplier<QueueEntries> entries;
  private final Settings settings;
  private final LongSupplier nanoTime;
  private final FlowHistory history;
  private final Runnable deployed;

  /**
   * @param entries asked when a flow fails, not before: the queue is built after the engine
   * @param settings asked when a flow runs or fails, not before
   * @param nanoTime the time that flows take, as {@link System#nanoTime}
   * @param deployed run after models were deployed and committed
   */
  public FlowEngine(
      Actions actions,
      Supplier<QueueEntries> entries,
      Settings settings,
      LongSupplier nanoTime,
      FlowHistory history,
      Runnable deployed) {
    this.actions = actions;
    this.entries = entries;
    this.settings = settings;
    this.nanoTime = nanoTime;
    this.history = history;
    this.deployed = deployed;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    FlowExpressions expressions = new FlowExpressions(actions);
    TextExpressions texts = new TextExpressions(expressions);
    BpmnParseFactory checked = CheckedParse.factory(actions.names());
    engine.setExpressionManager(expressions);
    NoScripts.in(engine);
    SafeBpmn.useEverywhere();
    DeployedFiles.in(engine);
    // Inputs and outputs ask the engine for its expressions, all other elements their parser.
    engine.setBpmnParseFactory(
        parser -> {
          parser.setExpressionManager(texts);
          return checked.createBpmnParse(parser);
        });
    engine.setBusinessCalendarManager(SyncDates.calendars());
    PillPriorities.in(engine);
    engine.setCustomPreVariableSerializers(
        with(
            engine.getCustomPreVariableSerializers(),
            new LongText(),
            new TransientValues(FlowHistory::isQuiet, JSON)));
    engine.setDefaultSerializationFormat(JSON);
    engine.setJavaSerializationFormatEnabled(false);
    engine.setDeserializationTypeValidationEnabled(true);
    engine.setDeserializationAllowedPackages(
        "dev.processsync.flow.payload.,dev.processsync.flow.action.");
    engine.setCustomPreDeployers(with(engine.getCustomPreDeployers(), new NoTenants()));
    // One model that Camunda's model API can't read would fail every list of definitions.
    engine.setEnableFetchProcessDefinitionDescription(false);
    engine.setCustomPostBPMNParseListeners(
        with(
            engine.getCustomPostBPMNParseListeners(),
            new DeploymentNews(deployed),
            new LiteralSamples(),
            new WholePills(expressions),
            new Truths(expressions),
            new TaskTexts(),
            new TimeLimits(),
            new CancelledFlows(entries)));
    engine.setCustomSessionFactories(
        with(
            engine.getCustomSessionFactories(),
            new FlowTime.Factory(settings, nanoTime),
            new TransientInstances.Factory(FlowHistory::isQuiet),
            new QuickIdCheck.Factory()));
    engine.setCustomIncidentHandlers(
        with(
            engine.getCustomIncidentHandlers(),
            new EntryIncidents(Incident.FAILED_JOB_HANDLER_TYPE, entries),
            new EntryIncidents(Incident.EXTERNAL_TASK_HANDLER_TYPE, entries)));
    engine.setCustomHistoryLevels(with(engine.getCustomHistoryLevels(), history));
    engine.setFailedJobCommandFactory(new RetryUnlessFinal(entries, settings));
    engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    // Who catches a failure tells of it; the engine would log payloads in stack traces.
    engine.setEnableCmdExceptionLogging(false);
    // Other kinds of models could run code past the policy for flows; nothing here needs them.
    engine.setCmmnEnabled(false);
    engine.setDmnEnabled(false);
  }
}
