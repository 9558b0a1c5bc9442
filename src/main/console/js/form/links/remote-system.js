// Validate and Activate Remote System (tutorial, step 27), and the reverse.
import { call } from '../../api.js';
import { ask } from '../dialog.jsx';
import { tell, tellAll } from './outcome.jsx';

const ADDRESS = '/api/process-sync/v1/remote-systems';

export function remoteSystemLinks(record) {
  return [
    { text: 'Validate and Activate Remote System', press: () => validate(record) },
    { text: 'Disable Remote System', press: () => disable(record) },
  ];
}

async function validate(record) {
  if (record.form.isDirty()) {
    tell('warn', 'Save your changes first', 'What is checked is what is saved.');
    return;
  }
  tell(
    'busy',
    'Validating…',
    'The connection is checked in both directions; that takes up to half a minute if the other instance does not answer.',
  );
  try {
    const { result } = await call('POST', `${ADDRESS}/${record.data.sysId}/validate-and-activate`);
    await record.refresh();
    const warnings = result.warnings.length ? [['warn', 'Not everything will work like this', ...result.warnings]] : [];
    tellAll([['good', result.message], ...warnings]);
  } catch (refused) {
    await record.refresh();
    const check = refused.body?.check;
    const remedy = refused.message === refused.title ? '' : refused.message;
    tell(
      'error',
      refused.title,
      remedy,
      check && `The check that failed: ${check.replaceAll('_', ' ')}. Nothing was activated.`,
    );
  }
}

async function disable(record) {
  const answer = await ask({
    title: 'Disable this Remote System?',
    body: 'Nothing is sent to it, and what it sends is refused. What waits in the queues stays there until it is activated again.',
    buttons: [
      { text: 'Cancel', value: null },
      { text: 'Disable', value: 'disable', look: 'button--danger' },
    ],
  });
  if (answer !== 'disable') return;
  try {
    const { result } = await call('POST', `${ADDRESS}/${record.data.sysId}/disable`);
    await record.refresh();
    tell('good', result.message);
  } catch (refused) {
    tell('error', refused.title, refused.message);
  }
}
