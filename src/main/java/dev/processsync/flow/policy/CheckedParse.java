package dev.processsync.flow.policy;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;

/** The engine's reading of a model, which goes no further than the policy allows. */
public final class CheckedParse extends BpmnParse {

  private final Set<String> actions;
  private final boolean policyOnly;

  private CheckedParse(BpmnParser parser, Set<String> actions, boolean policyOnly) {
    super(parser);
    this.actions = actions;
    this.policyOnly = policyOnly;
  }

  /** For the engine: whatever is deployed, by whichever way, is checked. */
  public static BpmnParseFactory factory(Set<String> actions) {
    return parser -> new CheckedParse(parser, actions, false);
  }

  /** For drafts, which may be unfinished but not harmful. */
  public static BpmnParse ofDraft(Set<String> actions) {
    BpmnParser parser = new BpmnParser(null, factory(actions));
    return new CheckedParse(parser, actions, true);
  }

  @Override
  protected void parseRootElement() {
    new ModelPolicy(actions, this::addError).check(rootElement);
    if (!hasErrors() && !policyOnly) {
      super.parseRootElement();
    }
  }
}
