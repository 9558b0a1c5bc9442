package dev.processsync.flow.expression;

import dev.processsync.flow.Pills;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;

/** Lets expressions look into {@link Pills}, and into no other object. */
final class PillResolver extends ReadOnlyResolver {

  @Override
  public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
    if (!(base instanceof Pills pills)) {
      return null;
    }
    context.setPropertyResolved(true);
    return pills.pill(property.toString());
  }
}
