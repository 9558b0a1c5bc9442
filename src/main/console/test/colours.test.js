import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const TOKENS = join('css', 'tokens.css');
/** What a drawing is coloured with is kept in its file. */
const OF_DRAWINGS = join('js', 'designer', 'menu-icons.js');
const COLOUR =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|:\s*(?:white|black|red|green|blue)\b/gi;

test('every colour is a token: nothing else names one', () => {
  const found = ['css', 'js']
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
    .filter((file) => /\.(css|jsx?)$/.test(file) && file !== TOKENS && file !== OF_DRAWINGS)
    .flatMap((file) =>
      [...withoutComments(readFileSync(file, 'utf8')).matchAll(COLOUR)].map(([it]) => `${file}: ${it}`),
    );

  assert.deepEqual(found, []);
});

test('both ways to the dark have the same colours', () => {
  const [, chosen] = /:root\[data-theme='dark'\] \{([^}]*)\}/.exec(readFileSync(TOKENS, 'utf8'));
  const [, asked] = /:root:not\(\[data-theme='light'\]\) \{([^}]*)\}/.exec(readFileSync(TOKENS, 'utf8'));

  assert.deepEqual(lines(asked), lines(chosen));
});

const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

const lines = (text) => text.trim().split(/\s*\n\s*/);
