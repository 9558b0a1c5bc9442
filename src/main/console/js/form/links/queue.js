// Decisions about one queue record: try it again, or ignore it.
import { call } from '../../api.js';
import { tell } from './outcome.jsx';

export function queueLinks(direction) {
  return (record) => {
    const status = record.data.values.status;
    const decide = (path, done) => () => decideAbout(record, `/api/process-sync/v1/${direction}-queue/${path}`, done);
    return [
      status === 'error' && { text: 'Set Ready', press: decide('set-ready', 'Set Ready: it is processed again') },
      ['error', 'ready'].includes(status) && {
        text: 'Skip',
        press: decide('skip', 'Skipped: it is ignored from now on'),
      },
    ].filter(Boolean);
  };
}

async function decideAbout(record, address, done) {
  try {
    const { result } = await call('POST', `${address}?sysparm_query=sys_id%3D${record.data.sysId}`);
    await record.refresh();
    const [left] = result.left;
    if (left) tell('error', 'It was left as it is', left.reason);
    else tell('good', result.changed ? done : 'It was decided about already');
  } catch (refused) {
    tell('error', refused.title, refused.message);
  }
}
