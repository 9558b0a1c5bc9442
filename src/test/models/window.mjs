// A window without a browser, in which the parts of Camunda Modeler run. Nothing is laid out in it:
// what the canvas asks about sizes and transformations, which only pictures need, it is told none.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

const MODELER = createRequire(import.meta.url)
  .resolve('camunda-bpmn-js/dist/camunda-platform-modeler.production.min.js');
const CHARACTER_WIDTH = 6;

class Matrix {
  a = 1; b = 0; c = 0; d = 1; e = 0; f = 0;
  translate() { return this; }
  scale() { return this; }
  multiply() { return this; }
  inverse() { return this; }
}

class Transform {
  matrix = new Matrix();
  setMatrix() {}
  setTranslate() {}
  setRotate() {}
}

class Transforms {
  numberOfItems = 0;
  clear() {}
  appendItem() {}
  consolidate() { return new Transform(); }
  createSVGTransformFromMatrix() { return new Transform(); }
}

class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}

export function openWindow() {
  const { window } = new JSDOM('<div id="canvas"></div><div id="properties"></div>',
    { runScripts: 'outside-only' });
  const { SVGElement, SVGSVGElement, HTMLCanvasElement } = window;
  window.structuredClone = structuredClone;
  window.requestAnimationFrame = (draw) => window.setTimeout(draw);
  window.cancelAnimationFrame = (id) => window.clearTimeout(id);
  window.SVGMatrix = Matrix;
  window.IntersectionObserver = Observer;
  window.ResizeObserver = Observer;
  window.CSS = { escape: (name) => name.replace(/[^\w-]/g, '\\$&') };
  HTMLCanvasElement.prototype.getContext = () =>
    ({ measureText: (text) => ({ width: text.length * CHARACTER_WIDTH }) });
  SVGElement.prototype.getBBox = () => ({ x: 0, y: 0, width: 0, height: 0 });
  SVGElement.prototype.getScreenCTM = () => new Matrix();
  SVGElement.prototype.getCTM = () => new Matrix();
  SVGSVGElement.prototype.createSVGMatrix = () => new Matrix();
  SVGSVGElement.prototype.createSVGTransform = () => new Transform();
  Object.defineProperty(SVGElement.prototype, 'transform', { get: () => ({ baseVal: new Transforms() }) });
  window.eval(readFileSync(MODELER, 'utf8'));
  return window;
}
