// What differs between two models, to read.
import { Fragment } from 'preact';

const WORDS = { added: 'Added', removed: 'Removed', changed: 'Changed' };
const LOOKS = { added: 'badge--published', removed: 'badge--error', changed: 'badge--waiting' };

/** By element; `show` is called with the id of one that is clicked. */
export function Differences({ differences, show }) {
  if (differences.length === 0) return <p class="muted">They do not differ, apart from how they are drawn.</p>;
  return (
    <ul class="differences">
      {[...grouped(differences)].map(([id, its]) => (
        <li key={id}>
          <div class="row">
            <span class={`badge ${LOOKS[its[0].change]}`}>{WORDS[its[0].change]}</span>
            <button type="button" class="link" onClick={() => show(id)}>
              {its[0].name || id}
            </button>
          </div>
          {its[0].change === 'changed' && (
            <dl>
              {its.map((each, at) => (
                <Fragment key={at}>
                  <dt>{readable(each.property)}</dt>
                  <dd>
                    {each.before ? <del>{each.before}</del> : <Nothing />}
                    {' → '}
                    {each.after ? <ins>{each.after}</ins> : <Nothing />}
                  </dd>
                </Fragment>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

const Nothing = () => <span class="muted">nothing</span>;

/** "inputParameter fields / entry urgency" as "fields › urgency" */
function readable(property) {
  return property
    .split(' / ')
    .map((step) => step.replace(/^(inputParameter|outputParameter|entry|property) /, ''))
    .join(' › ');
}

function grouped(differences) {
  const groups = new Map();
  for (const each of differences) groups.set(each.element, [...(groups.get(each.element) ?? []), each]);
  return groups;
}
