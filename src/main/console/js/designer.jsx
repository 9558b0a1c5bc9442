// Flow Designer: one subflow in Camunda's modeler.
import { render } from 'preact';
import { call } from './api.js';
import { drawn } from './drawn.js';
import { Icon } from './icon.jsx';
import { toast } from './toast.jsx';
import { startActions, startDeleting } from './designer/actions.js';
import { startConflicts } from './designer/conflict.jsx';
import { Details } from './designer/details.jsx';
import { Draft } from './designer/draft.js';
import { startDrawer } from './designer/drawer.js';
import { startDryRun } from './designer/dry-run.jsx';
import { offerKept } from './designer/kept.jsx';
import { Marks } from './designer/marks.jsx';
import { modelerOf, viewerOf } from './designer/modeler.js';
import { PillMenu } from './designer/pill-menu.jsx';
import { Problems } from './designer/problems.jsx';
import { startPublishing } from './designer/publish.js';
import { startSamples } from './designer/samples.jsx';
import { Subflow } from './designer/subflow.jsx';
import { startVersions } from './designer/versions.jsx';
import { startZoom } from './designer/zoom.jsx';

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
    draft.on('told', showState);
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

function showState({ symbol, text, isBad }) {
  const place = at('draft-state');
  place.classList.toggle('designer__saved--bad', isBad);
  render(
    <>
      {symbol && <Icon name={symbol} />} {text}
    </>,
    place,
  );
}

async function loaded() {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
}

// The script is async: the page's menus need not wait for the modeler.
loaded()
  .then(start)
  .catch((refusal) => {
    at('canvas').append(drawn(<Icon name="alert-circle" />), ' The subflow could not be loaded. Load the page again.');
    toast('error', refusal.message);
  });
