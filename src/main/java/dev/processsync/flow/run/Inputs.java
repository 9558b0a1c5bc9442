package dev.processsync.flow.run;

import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A flow's inputs under the names of docs/reference.md, in snake_case.
 *
 * @param transientValues whether they live only as long as the transaction
 */
record Inputs(VariableMap variables, boolean transientValues) {

  static Inputs stored() {
    return new Inputs(Variables.createVariables(), false);
  }

  static Inputs fleeting() {
    return new Inputs(Variables.createVariables(), true);
  }

  Inputs with(String name, String value) {
    variables.putValueTyped(name, Variables.stringValue(value, transientValues));
    return this;
  }

  Inputs with(String name, int value) {
    variables.putValueTyped(name, Variables.integerValue(value, transientValues));
    return this;
  }
}
