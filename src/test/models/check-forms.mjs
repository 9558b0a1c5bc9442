// Opens forms with form-js, which draws them in Tasklist, and prints what it objects to, and each
// field that it does not show: a line each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { JSDOM } from 'jsdom';

const VIEWER = createRequire(import.meta.url).resolve('@bpmn-io/form-js-viewer');
const NEEDED = ['document', 'Node', 'Element', 'HTMLElement', 'DocumentFragment', 'DOMParser',
  'Event', 'KeyboardEvent'];

const { window } = new JSDOM('<div id="form"></div>', { pretendToBeVisual: true });
globalThis.window = window;
NEEDED.forEach((name) => { globalThis[name] = window[name]; });
globalThis.requestAnimationFrame = (draw) => window.requestAnimationFrame(draw);
const { createForm } = await import(VIEWER);

const problems = [];
let file = '';
const object = (...message) => problems.push(`${file}: ${message.join(' ')}`);
console.warn = object;
console.error = object;

for (const path of process.argv.slice(2)) {
  file = basename(path);
  await check(JSON.parse(readFileSync(path, 'utf8')));
}
process.stdout.write(problems.map((problem) => `${problem}\n`).join(''));
process.exit(problems.length > 0 ? 1 : 0);

async function check(schema) {
  const container = window.document.getElementById('form');
  try {
    const form = await createForm({ container, schema });
    const shown = [...container.querySelectorAll('label')].map((label) => label.textContent);
    schema.components
      .filter(({ key, conditional }) => key && conditional?.hide !== '=true')
      .filter(({ label }) => !shown.some((text) => text.startsWith(label)))
      .forEach(({ key }) => object(`${key} is not shown`));
    form.destroy();
  } catch (error) {
    object(error.message, ...(error.warnings ?? []));
  }
}
