package dev.processsync.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.el.FixedValue;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXParseException;

/**
 * The engine's reading of a model, which goes no further than the policy allows. It is the only
 * one: the policy judges the same tree, and gives the engine what is left of it.
 */
public final class CheckedParse extends BpmnParse {

  private static final Logger log = LoggerFactory.getLogger(CheckedParse.class);

  private final Set<String> actions;
  private final boolean policyOnly;
  private @Nullable Element whole;

  private CheckedParse(BpmnParser parser, Set<String> actions, boolean policyOnly) {
    super(parser);
    this.actions = actions;
    this.policyOnly = policyOnly;
  }

  /** For the engine: whatever is deployed, by whichever way, is checked. */
  public static BpmnParseFactory factory(Set<String> actions) {
    return parser -> new CheckedParse(parser, actions, false);
  }

  /** For drafts, which may be unfinished but not harmful. */
  public static BpmnParse ofDraft(Set<String> actions) {
    BpmnParser parser = new BpmnParser(null, factory(actions));
    return new CheckedParse(parser, actions, true);
  }

  @Override
  public CheckedParse execute() {
    read();
    if (!hasErrors() && !policyOnly) {
      understand();
    }
    if (hasWarnings()) {
      logWarnings();
    }
    if (hasErrors()) {
      throwExceptionForErrors();
    }
    return this;
  }

  private void read() {
    try (InputStream source = streamSource.getInputStream()) {
      Element model = ModelTree.read(ModelText.of(source.readAllBytes()), this::addError);
      whole = model;
      if (deployment == null || deployment.isNew()) {
        new ModelShape(this::addError).check(model);
      }
      rootElement = new ModelPolicy(actions, this::addError).check(model);
    } catch (UnreadableXml e) {
      addError(
          new SAXParseException(
              "The model is not well-formed XML: " + e.getMessage(),
              null,
              null,
              e.line(),
              e.column()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void understand() {
    try {
      parseRootElement();
    } catch (BpmnParseException e) {
      addError(e);
    } catch (RuntimeException e) {
      // The engine's readers of single values say so what they can't read.
      log.warn("The engine can't read the model {}", name, e);
      addError("The engine can't read the model: " + reason(e), rootElement);
    }
  }

  private static String reason(RuntimeException e) {
    return e instanceof ProcessEngineException
        ? String.valueOf(e.getMessage())
        : "something in it has a form that it doesn't expect.";
  }

  /** A drawing may refer to what the engine doesn't read. */
  @Override
  protected void collectElementIds() {
    if (whole != null) {
      whole.collectIds(elementIds);
    }
  }

  /** The engine would evaluate a user task's description; it is prose for people. */
  @Override
  public TaskDefinition parseTaskDefinition(
      Element task, String key, ActivityImpl activity, ProcessDefinitionEntity process) {
    Element undescribed = ElementCopy.of(task, attribute -> true);
    task.elements().stream()
        .filter(child -> !child.getTagName().equals("documentation"))
        .forEach(undescribed::add);
    TaskDefinition definition = super.parseTaskDefinition(undescribed, key, activity, process);
    String description = parseDocumentation(task);
    if (description != null) {
      definition.setDescriptionExpression(new FixedValue(description));
    }
    return definition;
  }
}
