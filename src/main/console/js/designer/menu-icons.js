// The modeler's icons for aligning and colouring carry styles, which the page's policy allows no markup: the console's
// own stand in their place.
import { iconMarkup } from '../icon.jsx';

/** After the providers of the entries themselves. */
const LAST = 500;

const ICONS = {
  'align-elements-left': 'align-start-vertical',
  'align-elements-center': 'align-center-vertical',
  'align-elements-right': 'align-end-vertical',
  'align-elements-top': 'align-start-horizontal',
  'align-elements-middle': 'align-center-horizontal',
  'align-elements-bottom': 'align-end-horizontal',
  'distribute-elements-horizontal': 'align-horizontal-distribute-center',
  'distribute-elements-vertical': 'align-vertical-distribute-center',
};

/** What elements may be coloured with: no part of the console's looks, but of the drawing, and kept in its file. */
export const COLOURS = [
  { label: 'Default', fill: undefined, stroke: undefined },
  { label: 'Blue', fill: '#BBDEFB', stroke: '#0D4372' },
  { label: 'Orange', fill: '#FFE0B2', stroke: '#6B3C00' },
  { label: 'Green', fill: '#C8E6C9', stroke: '#205022' },
  { label: 'Red', fill: '#FFCDD2', stroke: '#831311' },
  { label: 'Purple', fill: '#E1BEE7', stroke: '#5B176D' },
];

/** An entry of the menu at an element, with an icon of the console's. */
export function padEntry(symbol, look = '') {
  return `<div class="entry ${look}">${iconMarkup(symbol)}</div>`;
}

class MenuIcons {
  static $inject = ['popupMenu', 'contextPad'];

  constructor(popupMenu, contextPad) {
    const draw = (menu, imageOf) =>
      popupMenu.registerProvider(menu, LAST, {
        getPopupMenuEntries: () => (entries) =>
          Object.fromEntries(
            Object.entries(entries).map(([id, entry]) => [id, { ...entry, imageHtml: imageOf(id) ?? entry.imageHtml }]),
          ),
      });
    draw('align-elements', (id) => ICONS[id] && iconMarkup(ICONS[id]));
    draw('color-picker', swatchOf);
    contextPad.registerProvider(LAST, this);
  }

  getMultiElementContextPadEntries() {
    return (entries) => {
      const align = entries['align-elements'];
      return align ? { ...entries, 'align-elements': { ...align, html: padEntry('align-start-vertical') } } : entries;
    };
  }
}

export const menuIcons = { __init__: ['menuIcons'], menuIcons: ['type', MenuIcons] };

function swatchOf(id) {
  const { fill, stroke } = COLOURS.find(({ label }) => id === `${label.toLowerCase()}-color`) ?? {};
  return `<svg class="swatch" viewBox="0 0 24 24" aria-hidden="true"><rect x="1" y="1" width="22" height="22" rx="2"
    stroke-width="2" fill="${fill ?? 'var(--paper)'}" stroke="${stroke ?? 'var(--on-paper)'}"/></svg>`;
}
