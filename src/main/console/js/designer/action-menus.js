// Our actions come first where the modeler offers elements: to append, to create, to change, and at "Template".
import { is } from 'bpmn-js/lib/util/ModelUtil';

/** After the modeler's own entries are there, and in their groups. */
const LAST = 500;
const GROUP = { id: 'actions', name: 'Actions' };
const CHOOSER = { title: 'Choose an action', search: true, width: 350 };
const CHOOSER_HEIGHT = 440;
/** Between what is there and what is placed below it. */
const ROOM = 40;

class ActionMenus {
  static $inject = [
    'popupMenu',
    'elementTemplates',
    'autoPlace',
    'create',
    'modeling',
    'selection',
    'canvas',
    'rules',
    'eventBus',
  ];

  constructor(popupMenu, templates, autoPlace, create, modeling, selection, canvas, rules, eventBus) {
    Object.assign(this, { templates, autoPlace, create, modeling, selection, canvas });
    const offer = (menu, entriesFor) =>
      popupMenu.registerProvider(menu, LAST, {
        getPopupMenuEntries: (element) => (entries) => ({ ...entriesFor(element), ...entries }),
      });
    offer('bpmn-append', (element) => (rules.allowed('shape.append', { element }) ? this.toAppend(element) : {}));
    offer('bpmn-create', () => this.toCreate(popupMenu));
    offer('bpmn-replace', (element) => this.toBecome(element));
    offer('action-chooser', (element) => this.toBecome(element));
    eventBus.on('elementTemplates.select', ({ element }) =>
      popupMenu.open(element, 'action-chooser', middle(), CHOOSER),
    );
  }

  toAppend(element) {
    return entries('append', this.templates.actions(), (template) => ({
      click: () => this.autoPlace.append(element, this.templates.shapeOf(template)),
      dragstart: (event) => this.create.start(event, this.templates.shapeOf(template), { source: element }),
    }));
  }

  toCreate(popupMenu) {
    return entries('create', this.templates.actions(), (template) => {
      const start = (event) => {
        popupMenu.close();
        const shape = this.templates.shapeOf(template);
        if (event instanceof KeyboardEvent) this.place(shape);
        else this.create.start(event, shape);
      };
      return { click: start, dragstart: start };
    });
  }

  toBecome(element) {
    return entries(
      'become',
      this.templates.actionsFor(element),
      (template) => () => this.selection.select(this.templates.applyTemplate(element, template)),
    );
  }

  /** For whoever has no mouse: below everything that is there. */
  place(shape) {
    const root = this.canvas.getRootElement();
    const parent = is(root, 'bpmn:Collaboration') ? root.children.find((each) => is(each, 'bpmn:Participant')) : root;
    const below = parent.children
      .filter((each) => !each.waypoints)
      .reduce((lowest, each) => Math.max(lowest, each.y + each.height), parent.y ?? 0);
    const { x, width } = this.canvas.viewbox();
    const placed = this.modeling.createShape(shape, { x: x + width / 2, y: below + ROOM + shape.height / 2 }, parent);
    this.selection.select(placed);
    this.canvas.scrollToElement(placed);
  }
}

function entries(way, templates, action) {
  return Object.fromEntries(
    templates.map((template) => [
      `${way}-${template.id}`,
      {
        label: template.name,
        description: template.description,
        className: 'bpmn-icon-service-task',
        group: GROUP,
        action: action(template),
      },
    ]),
  );
}

function middle() {
  return { x: Math.max(0, (innerWidth - CHOOSER.width) / 2), y: Math.max(0, (innerHeight - CHOOSER_HEIGHT) / 2) };
}

export const actionMenus = { __init__: ['actionMenus'], actionMenus: ['type', ActionMenus] };
