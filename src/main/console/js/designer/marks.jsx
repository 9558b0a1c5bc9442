// Marks at elements of the diagram: problems, and the way of a dry run.
import { drawn } from '../drawn.js';
import { Icon } from '../icon.jsx';
import { show } from './modeler.js';

const BADGE_AT = { top: -12, right: 12 };

export class Marks {
  constructor(modeler) {
    this.modeler = modeler;
    this.marked = new Map();
  }

  show(id) {
    return show(this.modeler, id);
  }

  /** The name of an element, as people know it. */
  nameOf(id) {
    const element = this.modeler.get('elementRegistry').get(id);
    return element?.businessObject.name || id;
  }

  clear(group) {
    const overlays = this.modeler.get('overlays');
    const canvas = this.modeler.get('canvas');
    const registry = this.modeler.get('elementRegistry');
    overlays.remove({ type: group });
    for (const { id, look } of this.marked.get(group) ?? []) {
      if (registry.get(id)) canvas.removeMarker(id, look);
    }
    this.marked.set(group, []);
  }

  /** Frames the element and hangs an icon at it that says `text`. */
  add(group, id, look, symbol, text) {
    const element = this.modeler.get('elementRegistry').get(id);
    if (!element || element === this.modeler.get('canvas').getRootElement()) return;
    this.modeler.get('canvas').addMarker(id, look);
    this.marked.get(group).push({ id, look });
    const badge = drawn(
      <div class={`mark mark--${look}`} title={text} role="img" aria-label={text}>
        <Icon name={symbol} />
      </div>,
    );
    this.modeler.get('overlays').add(id, group, { position: BADGE_AT, html: badge, show: { minZoom: 0.2 } });
  }
}
