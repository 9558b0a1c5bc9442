package dev.processsync.flow.action.record;

import dev.processsync.change.ConflictPolicy;
import dev.processsync.definition.FlowBinding;
import dev.processsync.definition.SyncDefinitions;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.flow.action.MissingInput;
import dev.processsync.flow.action.Step;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What becomes of conflicts, as an administrator chose it: the step for a field ({@code
 * conflict_policies}), else the inbound flow.
 */
record ChosenPolicies(ConflictPolicy others, Map<String, ConflictPolicy> byField) {

  /**
   * @throws MissingInput if the step names a policy that there is none of
   * @throws dev.processsync.problem.NoSuchField if it names a field that the table lacks
   */
  static ChosenPolicies of(Step step, Table table, SyncDefinitions definitions) {
    Map<String, ConflictPolicy> byField = new HashMap<>();
    step.map("conflict_policies")
        .forEach(
            (name, policy) ->
                byField.put(
                    table.require(String.valueOf(name).strip()).name(),
                    policy(String.valueOf(policy).strip())));
    ConflictPolicy others =
        definitions
            .inboundFlow(step.remoteEvent().remoteSystem(), step.processEvent())
            .map(FlowBinding::conflictPolicy)
            .orElse(ConflictPolicy.NEWEST);
    return new ChosenPolicies(others, byField);
  }

  private static ConflictPolicy policy(String name) {
    return ConflictPolicy.of(name)
        .orElseThrow(
            () ->
                new MissingInput(
                    "conflict_policies",
                    "for each field one of "
                        + Arrays.stream(ConflictPolicy.values())
                            .map(ConflictPolicy::value)
                            .collect(Collectors.joining(", "))));
  }

  ConflictPolicy of(Field field) {
    return byField.getOrDefault(field.name(), others);
  }
}
