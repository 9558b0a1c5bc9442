// Version history: who published what, what differs, and going back.
import { useState } from 'preact/hooks';
import { useAnswer } from '../answer.js';
import { call } from '../api.js';
import { Button } from '../button.jsx';
import { confirm, DialogBody, openDialog } from '../dialog.jsx';
import { Refusal } from '../refusal.jsx';
import { toastOnNextPage } from '../toast.jsx';
import { Differences } from './differences.jsx';
import { SelectField } from './fields.jsx';

export function startVersions(designer) {
  document.getElementById('versions').addEventListener('click', async () => {
    if (designer.draft) await designer.draft.save();
    openDialog('Version history', ({ close }) => <Versions {...designer} close={close} />, 'dialog--wide');
  });
}

function Versions({ subflow, draft, marks, close }) {
  const { value: versions, refusal } = useAnswer(
    async () => (await call('GET', subflow.api('/versions'))).result,
    [subflow],
  );
  const [refused, refuse] = useState('');
  const restore = async (version) => {
    if (subflow.hasDraft && !(await mayReplaceDraft(version))) return;
    try {
      if (subflow.hasDraft && subflow.isPublished) await call('DELETE', subflow.api('/draft'));
      await call('POST', subflow.api(`/versions/${version}/restore`), {});
      draft.abandon();
      toastOnNextPage('good', `Version ${version} is now the draft. Publish it to have flows run it.`);
      location.reload();
    } catch (failure) {
      refuse(failure.message);
    }
  };
  const show = (element) => {
    close();
    marks.show(element);
  };
  return (
    <DialogBody>
      <Refusal message={refused || refusal?.message} />
      {!versions && !refusal && (
        <p class="muted" role="status">
          Loading…
        </p>
      )}
      {versions?.length === 0 && <p class="muted">Not published yet: there is only the draft.</p>}
      {versions?.length > 0 && <Table versions={versions} restore={draft && restore} />}
      {versions && <Compare {...{ subflow, versions, show, refuse }} />}
    </DialogBody>
  );
}

const mayReplaceDraft = (version) =>
  confirm('Restore version', `There is a draft. It is replaced by version ${version}.`, 'Replace draft');

const Table = ({ versions, restore }) => (
  <div class="table-scroll" tabindex={0} role="group" aria-label="Versions">
    <table class="table">
      <thead>
        <tr>
          {['Version', 'Tag', 'Published', 'By', 'Running', ''].map((each) => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map((each) => (
          <tr key={each.version}>
            <td>{`${each.version}${each.latest ? ' (current)' : ''}`}</td>
            <td>{each.version_tag}</td>
            <td>{each.published_on}</td>
            <td>{each.published_by || '–'}</td>
            <td>{each.running}</td>
            <td>
              {restore && (
                <Button look="button--small" onClick={() => restore(each.version)}>
                  Restore
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

function Compare({ subflow, versions, show, refuse }) {
  const names = [...(subflow.hasDraft ? ['draft'] : []), ...versions.map((each) => String(each.version))];
  const [from, setFrom] = useState(names[1]);
  const [to, setTo] = useState(names[0]);
  const [differences, differ] = useState(null);
  if (names.length < 2) return <p class="muted">With a second version or a draft, they can be compared here.</p>;
  const options = names.map((name) => [name, name === 'draft' ? 'Draft' : `Version ${name}`]);
  const compare = async () => {
    refuse('');
    try {
      const { result } = await call('GET', subflow.api(`/compare?${new URLSearchParams({ from, to })}`));
      differ(result);
    } catch (failure) {
      refuse(failure.message);
    }
  };
  return (
    <section class="stack">
      <h3>Compare</h3>
      <div class="row versions__compare">
        <SelectField label="From" options={options} value={from} onChange={setFrom} />
        <SelectField label="To" options={options} value={to} onChange={setTo} />
        <Button onClick={compare}>Compare</Button>
      </div>
      <div role="status" aria-live="polite">
        {differences && <Differences differences={differences} show={show} />}
      </div>
    </section>
  );
}
