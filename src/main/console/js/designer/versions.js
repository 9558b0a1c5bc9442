// Version history: who published what, what differs, and going back.
import { call } from '../api.js';
import { confirm, openDialog } from '../dialog.js';
import { el } from '../elements.js';
import { toastOnNextPage } from '../toast.js';
import { differencesOf } from './differences.js';
import { button, field, refusalPlace } from './fields.js';

export function startVersions({ subflow, draft, marks }) {
  document.getElementById('versions').addEventListener('click', async () => {
    if (draft) await draft.save();
    const refused = refusalPlace();
    const body = el('div', { class: 'stack' }, el('p', { class: 'muted', role: 'status' }, 'Loading…'));
    const dialog = openDialog(
      'Version history',
      el('div', { class: 'stack' }, refused.place, body),
      [],
      'dialog--wide',
    );
    try {
      const { result } = await call('GET', subflow.api('/versions'));
      body.replaceChildren(
        result.length ? table(result) : el('p', { class: 'muted' }, 'Not published yet: there is only the draft.'),
        compare(result),
      );
    } catch (refusal) {
      refused.show(refusal);
    }

    function table(versions) {
      return el(
        'div',
        { class: 'table-scroll', tabindex: 0, role: 'group', 'aria-label': 'Versions' },
        el(
          'table',
          { class: 'table' },
          el(
            'thead',
            {},
            el(
              'tr',
              {},
              ['Version', 'Tag', 'Published', 'By', 'Running', ''].map((each) => el('th', { scope: 'col' }, each)),
            ),
          ),
          el(
            'tbody',
            {},
            versions.map((each) =>
              el(
                'tr',
                {},
                el('td', {}, `${each.version}${each.latest ? ' (current)' : ''}`),
                el('td', {}, each.version_tag),
                el('td', {}, each.published_on),
                el('td', {}, each.published_by || '–'),
                el('td', {}, String(each.running)),
                el('td', {}, draft ? button('Restore', () => restore(each.version), 'button--small') : null),
              ),
            ),
          ),
        ),
      );
    }

    function compare(versions) {
      const names = [...(subflow.hasDraft ? ['draft'] : []), ...versions.map((each) => String(each.version))];
      if (names.length < 2)
        return el('p', { class: 'muted' }, 'With a second version or a draft, they can be compared here.');
      const choice = (chosen) =>
        el(
          'select',
          { class: 'select' },
          names.map((name) =>
            el('option', { value: name, selected: name === chosen }, name === 'draft' ? 'Draft' : `Version ${name}`),
          ),
        );
      const from = choice(names[1]);
      const to = choice(names[0]);
      const result = el('div', { role: 'status', 'aria-live': 'polite' });
      const run = async () => {
        refused.show(null);
        try {
          const query = new URLSearchParams({ from: from.value, to: to.value });
          result.replaceChildren(
            differencesOf((await call('GET', subflow.api(`/compare?${query}`))).result, (element) => {
              dialog.close();
              marks.show(element);
            }),
          );
        } catch (refusal) {
          refused.show(refusal);
        }
      };
      return el(
        'section',
        { class: 'stack' },
        el('h3', {}, 'Compare'),
        el('div', { class: 'row versions__compare' }, field('From', from), field('To', to), button('Compare', run)),
        result,
      );
    }

    async function restore(version) {
      if (
        subflow.hasDraft &&
        !(await confirm('Restore version', `There is a draft. It is replaced by version ${version}.`, 'Replace draft'))
      )
        return;
      try {
        if (subflow.hasDraft && subflow.isPublished) await call('DELETE', subflow.api('/draft'));
        await call('POST', subflow.api(`/versions/${version}/restore`), {});
        draft.abandon();
        toastOnNextPage('good', `Version ${version} is now the draft. Publish it to have flows run it.`);
        location.reload();
      } catch (refusal) {
        refused.show(refusal);
      }
    }
  });
}
