// The instance's REST API, as this page's user: the same addresses that scripts call.
import { backInSession, isSessionOver } from './session.jsx';

/** A refusal: `field` is the name of the field to blame, if one is; `status` 0 is a network that is down. */
export class Refused extends Error {
  constructor(status, message, detail, body) {
    super(detail || message);
    this.status = status;
    this.title = message;
    this.field = body?.error?.field;
    this.body = body;
  }
}

/** Calls the API; answers `{result, headers}`. `body` goes as JSON, a string as it is. A session that ended is begun anew. */
export async function call(method, path, body, headers = {}) {
  const answer = await inSession(() => send(method, path, body, headers));
  const text = await answer.text();
  const isJson = (answer.headers.get('Content-Type') ?? '').includes('json');
  const content = isJson && text ? JSON.parse(text) : text;
  if (!answer.ok) {
    if (isSessionOver(answer)) {
      throw new Refused(
        401,
        'Logged out',
        'You are logged out, and nothing was saved. Repeat this to log in again.',
        content,
      );
    }
    const error = content?.error;
    throw new Refused(answer.status, error?.message ?? `Error ${answer.status}`, error?.detail ?? '', content);
  }
  return { result: isJson ? content.result : content, body: content, headers: answer.headers };
}

/** Sends, and once more when whoever sits here has logged in again. */
export async function inSession(send) {
  try {
    const answer = await send();
    return isSessionOver(answer) && (await backInSession()) ? await send() : answer;
  } catch {
    throw new Refused(0, 'No answer', 'The instance does not answer. Check your connection and try again.');
  }
}

function send(method, path, body, headers) {
  const isText = typeof body === 'string';
  return fetch(path, {
    method,
    headers: {
      Accept: 'application/json, */*;q=0.5',
      'X-Requested-With': 'XMLHttpRequest',
      'X-CSRF-TOKEN': csrfToken(),
      ...(body === undefined ? {} : { 'Content-Type': isText ? 'application/xml' : 'application/json' }),
      ...headers,
    },
    body: body === undefined || isText ? body : JSON.stringify(body),
  });
}

export function csrfToken() {
  return document.querySelector('meta[name="csrf-token"]')?.content ?? '';
}

/** What the server has put into the page for scripts. */
export function pageData(id) {
  const block = document.getElementById(id);
  return block ? JSON.parse(block.textContent) : null;
}
