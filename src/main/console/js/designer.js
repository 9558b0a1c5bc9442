// Flow Designer: one subflow in Camunda's modeler.
import { call } from './api.js';
import { icon } from './elements.js';
import { toast } from './toast.js';
import { startActions, startDeleting } from './designer/actions.js';
import { startConflicts } from './designer/conflict.js';
import { Details } from './designer/details.js';
import { Draft } from './designer/draft.js';
import { startDrawer } from './designer/drawer.js';
import { startDryRun } from './designer/dry-run.js';
import { offerKept } from './designer/kept.js';
import { Marks } from './designer/marks.js';
import { modelerOf, viewerOf } from './designer/modeler.js';
import { PillMenu } from './designer/pill-menu.js';
import { Problems } from './designer/problems.js';
import { startPublishing } from './designer/publish.js';
import { startSamples } from './designer/samples.js';
import { Subflow } from './designer/subflow.js';
import { startVersions } from './designer/versions.js';
import { startZoom } from './designer/zoom.js';

const at = (id) => document.getElementById(id);

async function start() {
  const subflow = new Subflow(at('designer'));
  startDeleting(subflow);
  const [model, templates] = await Promise.all([
    call('GET', subflow.api('/bpmn')),
    call('GET', '/console/element-templates'),
  ]);
  const pills = subflow.isTemplate ? null : new PillMenu(at('pills'), at('properties'));
  const modeler = subflow.isTemplate
    ? viewerOf(at('canvas'))
    : modelerOf(at('canvas'), at('properties'), templates.body, pills);
  await modeler.importXML(model.result);
  startZoom(modeler, at('canvas'));
  const marks = new Marks(modeler);
  const problems = new Problems(subflow, marks);
  const designer = { subflow, modeler, marks, problems };
  if (subflow.isTemplate) {
    new Details(modeler, at('properties'));
  } else {
    pills.follow(modeler);
    const draft = new Draft(
      subflow,
      model.headers.get('ETag'),
      async () => (await modeler.saveXML({ format: true })).xml,
    );
    designer.draft = draft;
    draft.on('saved', () => problems.refresh());
    modeler.on('commandStack.changed', () => draft.changed());
    startConflicts(designer);
    startPublishing(designer);
    startSamples(designer);
    offerKept(designer, model.result);
  }
  startActions(designer);
  startVersions(designer);
  startDryRun(designer);
  startDrawer(modeler);
  document.querySelectorAll('[data-when-ready]').forEach((each) => each.removeAttribute('disabled'));
  at('designer').dataset.ready = 'true';
  await problems.refresh();
}

async function loaded() {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
}

// The script is async: the page's menus need not wait for the modeler.
loaded()
  .then(start)
  .catch((refusal) => {
    at('canvas').append(icon('alert-circle'), ' The subflow could not be loaded. Load the page again.');
    toast('error', refusal.message);
  });
