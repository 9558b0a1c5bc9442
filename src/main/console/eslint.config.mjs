import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['node_modules/', 'out/'] },
  js.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: ['**/*.jsx'],
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    // That a component is used in markup is not seen.
    rules: { 'no-unused-vars': ['error', { varsIgnorePattern: '^[A-Z]', argsIgnorePattern: '^[A-Z]' }] },
  },
  { files: ['**/*.mjs', '**/*.test.js'], languageOptions: { globals: { ...globals.node } } },
];
