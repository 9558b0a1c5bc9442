// Our controls by the name that forms give them in `properties.control`.
import { RecordField, SubflowField, TableField } from './choosing.jsx';
import { Conditions } from './conditions.jsx';
import { DateTime } from './datetime.jsx';
import { Fields } from './fields.jsx';
import { Json } from './json.jsx';
import { DocumentLink, ProcessInstance } from './links.jsx';
import { Checkbox, Choice, Number, Password, Text, TextArea } from './simple.jsx';

export const CONTROLS = {
  checkbox: Checkbox,
  choice: Choice,
  conditions: Conditions,
  datetime: DateTime,
  document: DocumentLink,
  json: Json,
  number: Number,
  password: Password,
  'process-instance': ProcessInstance,
  reference: RecordField,
  slushbucket: Fields,
  subflow: SubflowField,
  table: TableField,
  text: Text,
  textarea: TextArea,
};
