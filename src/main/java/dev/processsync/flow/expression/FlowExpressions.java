package dev.processsync.flow.expression;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * What an expression in a model can reach: variables, data pills, lists, maps, actions. Properties
 * and methods of other Java objects are out of reach even if the policy let one through.
 */
public final class FlowExpressions extends JuelExpressionManager {

  private final Actions actions;

  public FlowExpressions(Actions actions) {
    this.actions = actions;
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolver = new CompositeELResolver();
    resolver.add(new ActionResolver(actions));
    resolver.add(new VariableScopeElResolver());
    resolver.add(new PillResolver());
    resolver.add(new ListELResolver(true));
    resolver.add(new MapELResolver(true));
    return resolver;
  }
}
