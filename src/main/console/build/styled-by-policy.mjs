// The console's security policy lets no markup carry styles (style-src 'self'). Some libraries do; they are
// changed here to say the same otherwise, and a library that changed under this is told when the console is built.
import { readFileSync } from 'node:fs';

const CHANGES = [
  // CodeMirror: a constructed style sheet, as it uses in shadow roots, instead of a style element.
  {
    file: /style-mod\/src\/style-mod\.js$/,
    change: (text) => replace(text, '!root.head && root.adoptedStyleSheets', 'root.adoptedStyleSheets'),
  },
  // The container of the properties panel: css/designer.css has what it looked like.
  {
    file: /bpmn-js-properties-panel\/dist\/index\.esm\.js$/,
    change: (text) =>
      replace(replace(text, '<div style="height: 100%" ', '<div '), '<div style="flex: none; height: auto" ', '<div '),
  },
  // Icons in menus: presentation attributes instead of styles.
  { file: /(DistributeElementsIcons|AlignElementsIcons|ColorPopupProvider)\.js$/, change: (text) => attributes(text) },
];

export const styledByPolicy = {
  name: 'styled-by-policy',
  setup(build) {
    for (const { file, change } of CHANGES) {
      build.onLoad({ filter: file }, ({ path }) => ({ contents: change(readFileSync(path, 'utf8')), loader: 'js' }));
    }
  },
};

function replace(text, what, by) {
  if (!text.includes(what)) throw new Error(`The library no longer has ${what}: see whether it needs this change.`);
  return text.replaceAll(what, by);
}

/** `style="fill:none;stroke-width:100;"` as `fill="none" stroke-width="100"` */
function attributes(text) {
  return text.replace(/ style="([^"]*)"/g, (whole, styles) =>
    styles
      .split(';')
      .filter(Boolean)
      .map((style) => ` ${style.replace(/^\s*([\w-]+)\s*:\s*(.*?)\s*$/, '$1="$2"')}`)
      .join(''),
  );
}
