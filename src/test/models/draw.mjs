// Draws diagrams as SVG, as Camunda Modeler exports them. Needs Chromium, which no test does:
//   cd target/model-checks && node draw.mjs ../../docs ../../bpmn/*-template-*.bpmn
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';

const CHROMIUM = process.env.CHROMIUM ?? 'chromium';
const OPTIONS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking',
  '--virtual-time-budget=10000', '--dump-dom'];
const VIEWER = createRequire(import.meta.url)
  .resolve('camunda-bpmn-js/dist/camunda-platform-viewer.production.min.js');

const [folder, ...diagrams] = process.argv.slice(2);
for (const diagram of diagrams) {
  const page = resolve(`${basename(diagram)}.html`);
  writeFileSync(page, `<meta charset="utf-8"><script src="file://${VIEWER}"></script><body><script>
    const viewer = new BpmnViewer({ container: document.body });
    viewer.importXML(${JSON.stringify(readFileSync(diagram, 'utf8'))})
      .then(() => viewer.saveSVG())
      .then(({ svg }) => document.body.textContent = 'svg:' + encodeURIComponent(svg) + ':svg');
  </script>`);
  const dom = execFileSync(CHROMIUM, [...OPTIONS, `file://${page}`],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const svg = decodeURIComponent(dom.match(/svg:(.*):svg/)[1]);
  writeFileSync(join(folder, basename(diagram, '.bpmn') + '.svg'), onWhite(svg));
}

// Readable on dark pages too.
function onWhite(svg) {
  const [, x, y, width, height] = svg.match(/viewBox="(\S+) (\S+) (\S+) (\S+)"/);
  const paper = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="white"/>`;
  return svg.replace(/(<svg[^>]*>)/, `$1${paper}`).trimEnd() + '\n';
}
