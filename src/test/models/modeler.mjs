// Does with Camunda Modeler's own parts what a person does with the mouse: opens a diagram, takes
// the steps of a JSON file one after the other, and saves the diagram under another name.
import { readFileSync, writeFileSync } from 'node:fs';
import { Panel } from './panel.mjs';
import { openWindow } from './window.mjs';

const { diagram, templates, steps, saveAs } = readJson(process.argv[2]);
const window = openWindow();
const modeler = new window.BpmnModeler({
  container: '#canvas',
  propertiesPanel: { parent: '#properties' },
  debounceInput: false,
  alignToOrigin: { alignOnSave: false }, // by sizes, which this window doesn't know
  additionalModules: [{ labelLink: ['value', null] }] // draws a line to a label, likewise
});
await modeler.importXML(readFileSync(diagram, 'utf8'));
modeler.get('elementTemplatesLoader').setTemplates(readJson(templates));
const panel = new Panel(window, modeler);

const actions = {
  click: ({ id }) => panel.select(element(id)),
  clickFlow: ({ from, to }) =>
    panel.select(required(element(from).outgoing.find((flow) => flow.target.id === to), `flow to ${to}`)),
  fill: ({ field, value }) => panel.fill(field, value),
  fillMap: ({ field, entries }) => panel.fillMap(field, entries),
  // Drops a new element on the selected sequence flow, which then leads through it.
  insert: ({ type }) => {
    const [start, end] = [selected().waypoints.at(0), selected().waypoints.at(-1)];
    const middle = { x: Math.round((start.x + end.x) / 2), y: Math.round((start.y + end.y) / 2) };
    return panel.select(modeler.get('modeling').createShape(shape(type), middle, selected()));
  },
  append: ({ type }) => panel.select(modeler.get('autoPlace').append(selected(), shape(type))),
  changeType: ({ type }) => panel.select(modeler.get('bpmnReplace').replaceElement(selected(), { type })),
  makeDefault: () => modeler.get('modeling')
    .updateProperties(selected().source, { default: selected().businessObject }),
  applyTemplate: ({ name }) => {
    const offered = modeler.get('elementTemplates').getLatest(selected());
    const template = required(offered.find((candidate) => candidate.name === name), name);
    return panel.select(modeler.get('elementTemplates').applyTemplate(selected(), template));
  }
};

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function element(id) {
  return required(modeler.get('elementRegistry').get(id), id);
}

function required(found, name) {
  if (!found) {
    throw new Error(`There is no ${name}`);
  }
  return found;
}

function selected() {
  return modeler.get('selection').get()[0];
}

function shape(type) {
  return modeler.get('elementFactory').createShape({ type });
}

for (const step of steps) {
  await actions[step.do](step);
}
writeFileSync(saveAs, (await modeler.saveXML({ format: true })).xml);
process.exit();
