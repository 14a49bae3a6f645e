/**
 * The controls a form is made of, by the kind of a field. Each maker gives the element and `read()`, which gives the
 * value or undefined where nothing was said; some have `set(value)`.
 */
import { common } from './common.js';
import { decisions } from './decisions.js';
import { files } from './files.js';
import { check, choice, date, line, select, text } from './inputs.js';
import { fixed, lines, rows } from './lists.js';
import { locked } from './locked.js';
import { answers, commitments, contributions } from './questions.js';

const makers = { text, line, date, choice, select, check, lines, rows, fixed, locked, answers, commitments, common, contributions, decisions, files };

/** A control for `spec.kind`; `path` is its name within the whole content, `changed` hears every keystroke. */
export function control(spec, value, path, changed) {
  return makers[spec.kind](spec, value, path, changed, control);
}
