// A draft that could not be saved stays in the browser, so that closing the page does not lose it.
import { Button } from '../button.jsx';
import { drawn } from '../drawn.js';
import { fit } from './zoom.jsx';

const key = (subflow) => `processsync.draft.${subflow}`;

export function keep(subflow, version, xml) {
  try {
    localStorage.setItem(key(subflow), JSON.stringify({ version, xml, at: new Date().toLocaleString() }));
  } catch {
    // The browser keeps nothing, or not so much: the page itself still has it, and warns before it is left.
  }
}

export function forget(subflow) {
  localStorage.removeItem(key(subflow));
}

/** Asks whether to go on with what was left here; if the draft was saved since by somebody, saving will say so. */
export function offerKept({ subflow, modeler, draft }, xml) {
  const text = localStorage.getItem(key(subflow.key));
  const left = text ? JSON.parse(text) : null;
  if (!left || left.xml === xml) return;
  const restore = async () => {
    await modeler.importXML(left.xml);
    fit(modeler, document.getElementById('canvas'));
    draft.version = left.version;
    box.remove();
    draft.changed();
  };
  const drop = () => {
    forget(subflow.key);
    box.remove();
  };
  const box = drawn(
    <div class="notice notice--warn row" role="alert">
      <span class="grow">Changes of {left.at} could not be saved and were kept in this browser.</span>
      <Button look="button--small" onClick={restore}>
        Go on with them
      </Button>
      <Button look="button--small" onClick={drop}>
        Drop them
      </Button>
    </div>,
  );
  document.querySelector('.designer__head').after(box);
}
