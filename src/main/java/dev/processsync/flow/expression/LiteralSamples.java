package dev.processsync.flow.expression;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ConstantValueProvider;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** A sample payload is data: what looks like an expression in its texts is never evaluated. */
public final class LiteralSamples extends AbstractBpmnParseListener {

  private static final String SAMPLE = "sample_payload";

  @Override
  public void parseProcess(Element process, ProcessDefinitionEntity definition) {
    literal(definition);
  }

  private static void literal(ScopeImpl scope) {
    for (ActivityImpl activity : scope.getActivities()) {
      if (activity.getIoMapping() != null) {
        activity.getIoMapping().getInputParameters().forEach(LiteralSamples::literal);
      }
      literal((ScopeImpl) activity);
    }
  }

  private static void literal(InputParameter input) {
    if (input.getName().equals(SAMPLE)
        && input.getValueProvider() instanceof ElValueProvider given
        && given.getExpression().getExpressionText().startsWith("{")) {
      input.setValueProvider(new ConstantValueProvider(given.getExpression().getExpressionText()));
    }
  }
}
