// Camunda's modeler, with what a subflow's designer needs besides.
import Modeler from 'camunda-bpmn-js/lib/camunda-platform/Modeler';
import NavigatedViewer from 'camunda-bpmn-js/lib/camunda-platform/NavigatedViewer';
import { toast } from '../toast.jsx';
import { actionMenus } from './action-menus.js';
import { actionTemplates } from './action-templates.js';
import { branches } from './branch.js';
import { mappedFields } from './mapped-fields.js';
import { COLOURS, menuIcons } from './menu-icons.js';

/** What is filled in is open at once. */
const OPEN_GROUPS = { 'ElementTemplates__CustomProperties-settings': { open: true } };

/** To draw with, and to fill in the actions' fields. */
export function modelerOf(container, panel, templates, pills) {
  const modeler = new Modeler({
    container,
    propertiesPanel: { parent: panel, layout: { groups: OPEN_GROUPS } },
    elementTemplates: templates,
    colorPicker: { colors: COLOURS },
    // What is typed belongs to the model at once: saving must never miss the last word.
    debounceInput: false,
    disableAdjustOrigin: true,
    additionalModules: [mappedFields(pills), actionTemplates, actionMenus, branches, menuIcons],
  });
  modeler.on('elementTemplates.errors', ({ errors }) => errors.forEach((error) => console.warn(error.message)));
  modeler.on('import.done', ({ warnings }) => {
    if (warnings?.length) toast('info', `Parts of the model could not be read: ${warnings[0].message}`);
  });
  return modeler;
}

/** To look at only. */
export function viewerOf(container) {
  return new NavigatedViewer({ container });
}

/** Makes an element the chosen one, and brings it to the middle. */
export function show(modeler, id) {
  const element = modeler.get('elementRegistry').get(id);
  if (!element) return false;
  const canvas = modeler.get('canvas');
  if (element === canvas.getRootElement()) {
    modeler.get('selection').select(null);
    return true;
  }
  modeler.get('selection').select(element);
  const { x, y, width, height } = element.waypoints ? box(element.waypoints) : element;
  const view = canvas.viewbox();
  canvas.viewbox({
    x: x + width / 2 - view.width / 2,
    y: y + height / 2 - view.height / 2,
    width: view.width,
    height: view.height,
  });
  return true;
}

function box(points) {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
