// The list behind the magnifying glass: search, page, take one.
import { useEffect, useState } from 'preact/hooks';
import { useAnswer } from '../answer.js';
import { Button } from '../button.jsx';
import { openDialog } from '../dialog.jsx';
import { Icon } from '../icon.jsx';

const PAGE = 15;
const PAUSE_MS = 250;

/** Opens the list of some `recordsOf`; answers the chosen `{value, display}`, or null. */
export function lookUp(records, label) {
  const title = label ? `Choose: ${label}` : 'Choose a record';
  return openDialog(title, ({ close }) => <Lookup records={records} take={close} />, 'lookup');
}

function Lookup({ records, take }) {
  const [text, type] = useState('');
  const [wanted, want] = useState({ text: '', offset: 0 });
  const { value: page, refusal } = useAnswer(async () => {
    const found = await records.find(wanted.text, { limit: PAGE, offset: wanted.offset });
    return { ...found, ...wanted, columns: await records.columns };
  }, [wanted]);
  useEffect(() => {
    if (text === wanted.text) return undefined;
    const timer = setTimeout(() => want({ text, offset: 0 }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const turn = (step) => want({ ...wanted, offset: Math.max(0, wanted.offset + step) });
  return (
    <>
      <div class="lookup__search">
        <input
          class="input"
          type="search"
          aria-label="Search"
          placeholder="Search by name"
          autocomplete="off"
          spellcheck={false}
          autofocus
          value={text}
          onInput={({ target }) => type(target.value)}
        />
      </div>
      <div class="table-scroll lookup__rows" aria-busy={!page && !refusal}>
        {refusal ? (
          <p class="notice notice--error" role="alert">
            {refusal.message}
          </p>
        ) : (
          page && <Rows page={page} take={take} />
        )}
      </div>
      <div class="dialog__foot row">
        <p class="muted small grow" role="status">
          {page && said(page)}
        </p>
        <Button icon="chevron-left" look="button--small" disabled={!page?.offset} onClick={() => turn(-PAGE)}>
          Previous
        </Button>
        <Button look="button--small" disabled={!page?.more} onClick={() => turn(PAGE)}>
          Next
          <Icon name="chevron-right" />
        </Button>
      </div>
    </>
  );
}

function Rows({ page: { rows, columns, text }, take }) {
  if (!rows.length) {
    return (
      <p class="empty">
        {text ? 'No record is called like this. Try a part of its name.' : 'There are no records yet.'}
      </p>
    );
  }
  return (
    <table class="table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.name} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.value} class="is-clickable" onClick={() => take(row)}>
            <td>
              <button type="button" class="link-button">
                {row.display}
              </button>
            </td>
            {row.cells.slice(1).map((cell, at) => (
              <td key={at}>{cell ?? ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const said = ({ rows, more, offset }) =>
  rows.length ? `${offset + 1} to ${offset + rows.length}${more ? '' : ', the last'}` : 'Nothing found';
