// Bundles the console's browser parts, libraries included, into static files: one bundle for each kind of page.
import { build } from 'esbuild';
import { onePreact } from './build/one-preact.mjs';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

const OUT = '../classes/static/console/assets';
const ENTRIES = ['app', 'list', 'form', 'designer', 'subflows', 'charts'];
// Parts of the modeler that the designer does without.
const LEFT_OUT = ['diagram-js-minimap', 'bpmn-js-copy-as-image'];
// The pages' policy allows no style in markup (style-src 'self'). Where a library writes some, its own small library
// for that is ours.
const STYLED_BY_SCRIPT = { 'style-mod': './build/constructed-styles.mjs', domify: './build/domify.mjs' };

mkdirSync(OUT, { recursive: true });
await build({
  entryPoints: ENTRIES.flatMap((name) =>
    [`js/${name}.js`, `js/${name}.jsx`, `css/${name}.css`].filter(existsSync).map((path) => ({ in: path, out: name })),
  ),
  outdir: OUT,
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome109', 'firefox115', 'safari16.4'],
  // Icons and fonts within style sheets.
  loader: {
    '.woff2': 'file',
    '.woff': 'file',
    '.ttf': 'dataurl',
    '.eot': 'empty',
    '.svg': 'dataurl',
    '.png': 'dataurl',
  },
  assetNames: '[name]-[hash]',
  alias: { ...Object.fromEntries(LEFT_OUT.map((name) => [name, './build/left-out.mjs'])), ...STYLED_BY_SCRIPT },
  plugins: [onePreact],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'linked',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
writeFileSync(`${OUT}/icons.svg`, sprite(JSON.parse(readFileSync('icons.json', 'utf8'))));
for (const file of existsSync('images') ? readdirSync('images') : []) {
  copyFileSync(`images/${file}`, `${OUT}/${file}`);
}

/** One file with every icon that pages use, each a symbol of its name. */
function sprite(names) {
  const symbols = names.map((name) => {
    const svg = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8');
    const body = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${body.replace(/\s+/g, ' ')}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>\n`;
}
