package dev.processsync.flow.expression;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * User tasks that are named and given to people by data pills: whatever a payload brings, or leaves
 * out, the task can be created. What is empty says nothing.
 */
public final class TaskTexts extends AbstractBpmnParseListener {

  /** As much as the engine stores of a task's name; of its description it stores more. */
  private static final int LONGEST_NAME = 255;

  private static final int LONGEST_DESCRIPTION = 4_000;

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
      TaskDefinition task = behavior.getTaskDefinition();
      task.setNameExpression(
          of(task.getNameExpression(), value -> StoredText.of(value.toString(), LONGEST_NAME)));
      task.setDescriptionExpression(
          of(
              task.getDescriptionExpression(),
              value -> StoredText.of(value.toString(), LONGEST_DESCRIPTION)));
      task.setAssigneeExpression(of(task.getAssigneeExpression(), Object::toString));
      task.setDueDateExpression(of(task.getDueDateExpression(), value -> value));
      task.setFollowUpDateExpression(of(task.getFollowUpDateExpression(), value -> value));
      task.setPriorityExpression(of(task.getPriorityExpression(), value -> value));
      candidates(task.getCandidateUserIdExpressions());
      candidates(task.getCandidateGroupIdExpressions());
    }
  }

  private static void candidates(Set<Expression> expressions) {
    List<Expression> given = List.copyOf(expressions);
    expressions.clear();
    given.forEach(each -> expressions.add(new TaskText(each, UnaryOperator.identity(), List.of())));
  }

  private static @Nullable Expression of(
      @Nullable Expression expression, UnaryOperator<Object> reading) {
    return expression == null ? null : new TaskText(expression, reading, null);
  }

  /**
   * @param reading of a value that is there
   * @param nothing what is read where there is none
   */
  private record TaskText(
      Expression expression, UnaryOperator<Object> reading, @Nullable Object nothing)
      implements Expression {

    @Override
    public @Nullable Object getValue(VariableScope scope) {
      return read(expression.getValue(scope));
    }

    private @Nullable Object read(@Nullable Object value) {
      return value == null || (value instanceof String text && text.isBlank())
          ? nothing
          : reading.apply(value);
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      expression.setValue(value, scope);
    }

    @Override
    public String getExpressionText() {
      return expression.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
      return expression.isLiteralText();
    }
  }
}
