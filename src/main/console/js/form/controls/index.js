// Our controls by the name that forms give them in `properties.control`.
import { reference, subflow, table } from './choosing.js';
import { conditions } from './conditions.js';
import { datetime } from './datetime.js';
import { fields } from './fields.js';
import { json } from './json.js';
import { documentLink, processInstance } from './links.js';
import { checkbox, choice, number, password, text, textarea } from './simple.js';

export function controls(page) {
  return {
    checkbox,
    choice,
    conditions: conditions(page),
    datetime,
    document: documentLink(page),
    json,
    number,
    password,
    'process-instance': processInstance,
    reference: reference(page),
    slushbucket: fields(page),
    subflow,
    table,
    text,
    textarea,
  };
}
