package dev.processsync.flow.expression;

import dev.processsync.flow.Pills;
import java.lang.reflect.Method;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.jspecify.annotations.Nullable;

/**
 * Expressions whose value the engine itself reads: the name of a user task, a topic, a timer, a
 * business key. It takes texts there and no object of ours, so a data pill stands for its text.
 * Mappings are read by actions, which want the pill itself: see {@link WholePills}.
 */
public final class TextExpressions implements ExpressionManager {

  private final ExpressionManager expressions;

  public TextExpressions(ExpressionManager expressions) {
    this.expressions = expressions;
  }

  @Override
  public Expression createExpression(String text) {
    return new TextExpression(expressions.createExpression(text));
  }

  @Override
  public void addFunction(String name, Method function) {
    expressions.addFunction(name, function);
  }

  /** Booleans and dates stay: conditions and timers take them. */
  static @Nullable Object text(@Nullable Object value) {
    return value instanceof Pills || value instanceof Number ? value.toString() : value;
  }

  private record TextExpression(Expression expression) implements Expression {

    @Override
    public @Nullable Object getValue(VariableScope scope) {
      return text(expression.getValue(scope));
    }

    @Override
    public @Nullable Object getValue(VariableScope scope, BaseDelegateExecution context) {
      return text(expression.getValue(scope, context));
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
      expression.setValue(value, scope);
    }

    @Override
    public void setValue(Object value, VariableScope scope, BaseDelegateExecution context) {
      expression.setValue(value, scope, context);
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
