package dev.processsync.flow.expression;

import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/** Lets expressions see the action beans, and no other bean. */
final class ActionResolver extends ReadOnlyResolver {

  private final Actions actions;

  ActionResolver(Actions actions) {
    this.actions = actions;
  }

  @Override
  public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
    if (base != null || !(property instanceof String name) || !actions.names().contains(name)) {
      return null;
    }
    context.setPropertyResolved(true);
    return actions.get(name);
  }
}
