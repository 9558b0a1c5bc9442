// "Delete branch": a way out of a gateway with everything that only it leads to. Step 49 deletes the Else so.
import { toast } from '../toast.jsx';
import { padEntry } from './menu-icons.js';

const BEFORE_THE_MODELERS_OWN_KEYS = 2000;

class Branches {
  static $inject = ['contextPad', 'modeling', 'eventBus', 'selection'];

  constructor(contextPad, modeling, eventBus, selection) {
    Object.assign(this, { modeling, selection });
    contextPad.registerProvider(this);
    eventBus.on('keyboard.keydown', BEFORE_THE_MODELERS_OWN_KEYS, ({ keyEvent }) => {
      const [element] = selection.get();
      const branch = element && branchOf(element);
      if (!branch || !keyEvent.shiftKey || !['Delete', 'Backspace'].includes(keyEvent.key)) return undefined;
      this.remove(branch);
      return true;
    });
  }

  getContextPadEntries(element) {
    const branch = branchOf(element);
    if (!branch) return {};
    return {
      'delete-branch': {
        group: 'edit',
        html: padEntry('git-branch', 'delete-branch'),
        title: 'Delete branch (Shift+Delete)',
        action: { click: () => this.remove(branch) },
      },
    };
  }

  /** The flow goes first: of a step that still has both of its flows, the modeler would join the ends. */
  remove(branch) {
    const steps = stepsOf(branch);
    this.modeling.removeElements([branch, ...steps.flatMap((step) => step.outgoing), ...steps]);
    // Nothing is chosen now: the menu of what is left would lie over its neighbours.
    this.selection.select(null);
    toast(
      'info',
      `The branch is deleted, with ${steps.length === 1 ? 'one step' : `${steps.length} steps`}. Ctrl+Z in the diagram brings it back.`,
    );
  }
}

export const branches = { __init__: ['branches'], branches: ['type', Branches] };

/** The way out of a gateway that an element, or its label, is on; null before a gateway, and where ways have met again. */
function branchOf(chosen) {
  const element = chosen.labelTarget ?? chosen;
  const seen = new Set();
  let flow = element.waypoints ? element : onlyWayTo(element);
  while (flow && !seen.has(flow)) {
    if (flow.type !== 'bpmn:SequenceFlow') return null;
    if (flow.source.outgoing.length > 1) return flow;
    seen.add(flow);
    flow = onlyWayTo(flow.source);
  }
  return null;
}

function onlyWayTo(element) {
  return element.incoming?.length === 1 ? element.incoming[0] : null;
}

/** What nothing but this flow leads to. */
function stepsOf(branch) {
  const found = [];
  const look = (target) => {
    if (found.includes(target) || target === branch.source) return;
    if (!target.incoming.every((each) => each === branch || found.includes(each.source))) return;
    found.push(target);
    target.outgoing.forEach((each) => each.target && look(each.target));
  };
  look(branch.target);
  return found;
}
