// The properties panel brings a Preact of its own, of the same version: with one for all, our components and its
// components know each other, and the page loads it once.
const OWN = /^(?:\.\.|@bpmn-io\/properties-panel)\/(preact(?:\/.+)?)$/;

export const onePreact = {
  name: 'one-preact',
  setup(build) {
    build.onResolve({ filter: OWN }, ({ path, kind }) =>
      build.resolve(path.replace(OWN, '$1'), { kind, resolveDir: process.cwd() }),
    );
  },
};
