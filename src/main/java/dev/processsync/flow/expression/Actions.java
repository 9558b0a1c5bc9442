package dev.processsync.flow.expression;

import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * The actions that models may name.
 *
 * @param names public API: users copy templates
 * @param find the action of one of the names; asked when a flow needs it, not before
 */
public record Actions(Set<String> names, Function<String, JavaDelegate> find) {

  public Actions {
    names = Set.copyOf(names);
  }

  JavaDelegate get(String name) {
    return find.apply(name);
  }
}
