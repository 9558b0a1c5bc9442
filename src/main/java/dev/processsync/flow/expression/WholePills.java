package dev.processsync.flow.expression;

import static org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CallableElement;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Has the engine pass data pills on as they are where it only passes them on: what a call activity
 * gives and takes, what an expression leaves in a variable. An action that maps it later finds the
 * display value beside the value. Inputs and outputs are like that without help.
 */
public final class WholePills extends AbstractBpmnParseListener {

  private final ExpressionManager expressions;

  public WholePills(ExpressionManager expressions) {
    this.expressions = expressions;
  }

  @Override
  public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof CallableElementActivityBehavior behavior) {
      CallableElement called = behavior.getCallableElement();
      List<CallableElementParameter> passed = new ArrayList<>(called.getInputs());
      passed.addAll(called.getOutputs());
      passed.addAll(called.getOutputsLocal());
      passed.forEach(each -> each.setSourceValueProvider(whole(each.getSourceValueProvider())));
    }
  }

  private ParameterValueProvider whole(ParameterValueProvider provider) {
    return provider instanceof ElValueProvider expression
        ? new ElValueProvider(
            expressions.createExpression(expression.getExpression().getExpressionText()))
        : provider;
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    keepResult(element, activity);
  }

  @Override
  public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    keepResult(element, activity);
  }

  @Override
  public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    keepResult(element, activity);
  }

  private void keepResult(Element element, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof ServiceTaskExpressionActivityBehavior) {
      activity.setActivityBehavior(
          new ServiceTaskExpressionActivityBehavior(
              expressions.createExpression(
                  element.attributeNS(CAMUNDA_BPMN_EXTENSIONS_NS, "expression")),
              element.attributeNS(CAMUNDA_BPMN_EXTENSIONS_NS, "resultVariable")));
    }
  }
}
