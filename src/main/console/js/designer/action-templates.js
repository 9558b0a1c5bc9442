// The actions that an element may become: the library's element templates, of which an action is a service task.
import { ElementTemplatesCoreModule } from 'bpmn-js-element-templates';
import { is } from 'bpmn-js/lib/util/ModelUtil';

const ACTION = 'bpmn:ServiceTask';
const [, ElementTemplates] = ElementTemplatesCoreModule.elementTemplates;

class ActionTemplates extends ElementTemplates {
  static $inject = [...ElementTemplates.$inject, 'elementFactory'];

  constructor(commandStack, eventBus, modeling, injector, config, elementFactory) {
    super(commandStack, eventBus, modeling, injector, config);
    this.commands = commandStack;
    this.elementFactory = elementFactory;
    /** The actions of shapes that are not in the diagram yet. */
    this.coming = new WeakMap();
    commandStack.registerHandler('action.apply', BecomeAction);
    eventBus.on('commandStack.shape.create.postExecuted', ({ context: { shape } }) => {
      const template = this.coming.get(shape);
      if (!template || this.get(shape)) return;
      super.applyTemplate(shape, template);
    });
  }

  /** A plain task has none of its own, but may become one that has. */
  getAll(target) {
    const all = super.getAll(target);
    return isPlainTask(target) ? super.getAll().filter((template) => template.appliesTo.includes(ACTION)) : all;
  }

  /** What any task may be made into. */
  actionsFor(element) {
    if (!is(element, 'bpmn:Task')) return [];
    return this.actions().filter((template) => this.get(element)?.id !== template.id);
  }

  actions() {
    return this.getLatest().filter((template) => template.appliesTo.includes(ACTION));
  }

  /** A shape that is an action as soon as it is in the diagram. */
  shapeOf(template) {
    const shape = this.elementFactory.createShape({ type: ACTION });
    shape.businessObject.name = template.name;
    this.coming.set(shape, template);
    return shape;
  }

  applyTemplate(element, template) {
    if (is(element, ACTION) || !template.appliesTo.includes(ACTION)) return super.applyTemplate(element, template);
    const context = { element, apply: (task) => super.applyTemplate(task, template), name: template.name };
    this.commands.execute('action.apply', context);
    return context.task;
  }
}

/** Another kind of task becomes an action: one step to undo. */
class BecomeAction {
  static $inject = ['bpmnReplace', 'modeling'];

  constructor(bpmnReplace, modeling) {
    Object.assign(this, { bpmnReplace, modeling });
  }

  preExecute(context) {
    context.task = this.bpmnReplace.replaceElement(context.element, { type: ACTION });
    if (!context.task.businessObject.name) this.modeling.updateProperties(context.task, { name: context.name });
    context.apply(context.task);
  }
}

function isPlainTask(target) {
  return target?.type === 'bpmn:Task';
}

export const actionTemplates = { elementTemplates: ['type', ActionTemplates] };
