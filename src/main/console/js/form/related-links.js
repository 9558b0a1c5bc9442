// What can be done with a record beside changing it.
import { el } from '../elements.js';
import { queueLinks } from './links/queue.js';
import { remoteSystemLinks } from './links/remote-system.js';
import { openSubflow, tryDefinition } from './links/definitions.js';

const LINKS = {
  ih_sync_remote_system: remoteSystemLinks,
  ih_sync_outbound_definition: openSubflow,
  ih_sync_inbound_definition: openSubflow,
  ih_sync_capture_definition: tryDefinition,
  ih_sync_outbound_queue: queueLinks('outbound'),
  ih_sync_inbound_queue: queueLinks('inbound'),
};

/** Shows the links of the record's table; each is `{text, href}` or `{text, press}`. */
export function showRelatedLinks(record) {
  const links = record.data.isNew || !record.data.rights.write ? [] : (LINKS[record.data.table.name]?.(record) ?? []);
  const section = document.getElementById('related-links');
  section.hidden = links.length === 0;
  section.querySelector('ul').replaceChildren(...links.map((link) => el('li', {}, element(link))));
}

function element({ text, href, press }) {
  if (href) return el('a', { href }, text);
  const button = el('button', { type: 'button', class: 'link-button', onclick: run }, text);
  async function run() {
    if (button.getAttribute('aria-busy')) return;
    button.setAttribute('aria-busy', 'true');
    try {
      await press();
    } finally {
      button.removeAttribute('aria-busy');
    }
  }
  return button;
}
