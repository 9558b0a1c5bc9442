// CodeMirror's styles under a policy that allows no style elements: as a constructed style sheet, which its library
// makes for roots of a shadow tree. To it, this page is one: it has no head.
import { StyleModule as Library } from '../node_modules/style-mod/src/style-mod.js';

const roots = new WeakMap();

export class StyleModule extends Library {
  static mount(root, modules, options) {
    super.mount(root.head ? withoutHead(root) : root, modules, options);
  }
}

function withoutHead(page) {
  if (!roots.has(page)) {
    roots.set(page, {
      ownerDocument: page,
      get adoptedStyleSheets() {
        return page.adoptedStyleSheets;
      },
      set adoptedStyleSheets(sheets) {
        page.adoptedStyleSheets = sheets;
      },
    });
  }
  return roots.get(page);
}
