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
  { files: ['*.mjs', '**/*.test.js'], languageOptions: { globals: { ...globals.node } } },
];
