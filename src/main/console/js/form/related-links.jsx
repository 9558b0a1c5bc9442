// What can be done with a record beside changing it.
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { queueLinks } from './links/queue.js';
import { remoteSystemLinks } from './links/remote-system.js';
import { openSubflow, tryDefinition } from './links/definitions.jsx';

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
  render(
    links.map((link) => (
      <li key={link.text}>{link.href ? <a href={link.href}>{link.text}</a> : <Action {...link} />}</li>
    )),
    section.querySelector('ul'),
  );
}

function Action({ text, press }) {
  const [isBusy, setBusy] = useState(false);
  const run = async () => {
    if (isBusy) return;
    setBusy(true);
    try {
      await press();
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" class="link-button" aria-busy={isBusy ? 'true' : undefined} onClick={run}>
      {text}
    </button>
  );
}
