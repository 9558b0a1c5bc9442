package dev.processsync.flow.expression;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.Condition;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.UelExpressionCondition;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Conditions of sequence flows that are a data pill alone: its text says true or false. */
public final class Truths extends AbstractBpmnParseListener {

  private final ExpressionManager expressions;

  public Truths(ExpressionManager expressions) {
    this.expressions = expressions;
  }

  @Override
  public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
    Element condition = flow.element("conditionExpression");
    if (condition != null
        && transition.getProperty(BpmnParse.PROPERTYNAME_CONDITION)
            instanceof UelExpressionCondition) {
      transition.setProperty(
          BpmnParse.PROPERTYNAME_CONDITION,
          new Truth(expressions.createExpression(condition.getText().trim())));
    }
  }

  private record Truth(Expression expression) implements Condition {

    @Override
    public boolean evaluate(DelegateExecution execution) {
      return evaluate(execution, execution);
    }

    @Override
    public boolean evaluate(VariableScope scope, DelegateExecution execution) {
      return isTrue(expression.getValue(scope, execution));
    }

    @Override
    public boolean tryEvaluate(VariableScope scope, DelegateExecution execution) {
      return evaluate(scope, execution);
    }

    private boolean isTrue(@Nullable Object value) {
      if (value instanceof Boolean known) {
        return known;
      }
      String text = value == null ? "" : value.toString();
      if (text.equals("true") || text.equals("1")) {
        return true;
      } else if (text.isBlank() || text.equals("false") || text.equals("0")) {
        return false;
      }
      throw new ProcessEngineException(
          "The condition '%s' says neither true nor false but '%s'"
              .formatted(expression.getExpressionText(), text));
    }
  }
}
