// Prints what the published schema of element templates objects to in a file, a line each.
import { readFileSync } from 'node:fs';
import { validateAll } from '@bpmn-io/element-templates-validator';

const { results } = validateAll(JSON.parse(readFileSync(process.argv[2], 'utf8')));
const problems = results.flatMap(({ object, errors }) =>
  (errors ?? []).map((error) => `${object.name}: ${error.message}`));
problems.forEach((problem) => console.error(problem));
process.exitCode = problems.length > 0 ? 1 : 0;
