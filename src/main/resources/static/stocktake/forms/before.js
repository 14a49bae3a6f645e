/** What the initiative said in an earlier cycle, one click away at each field; taken over only when the writer says so. */
import { button, el, uniqueId } from './dom.js';
import { valueOf } from './reading.js';

/**
 * What stands beside a field: `beside(spec, put)` for {@link buildForm}. `before` is `{cycle, content, questions,
 * commitments, milestones}`: what was asked then belongs to what was answered.
 */
export function saidBefore(before) {
  return (spec, put) => {
    const told = before && toldOf(spec, before);
    return told ? offered(told, before.cycle, put) : undefined;
  };
}

/** The same for somebody who only reads. */
export function readBefore(before) {
  return (spec) => saidBefore(before)(spec);
}

/** What the secretariat names of the last Chair's Conclusions, where the field says something else. */
export function paragraphsNamed(paragraphs) {
  return (spec, put) => {
    if (!paragraphs || spec.name !== 'conclusions' || spec.kind === 'locked') {
      return undefined;
    }
    const take = button(`Fill in “${paragraphs}”`, () => put(() => paragraphs), 'st-button-light');
    take.setAttribute('aria-label', `Fill in “${paragraphs}”, as the secretariat read it in the last Conclusions`);
    return el('p', { class: 'st-buttons' }, take);
  };
}

/** What is shown, `{spec, value}`, and what of it may be taken over: `{taken, together, act, told}`. */
function toldOf(spec, before) {
  const value = before.content[spec.name];
  if (value === undefined || value.length === 0 || spec.kind === 'common') {
    return undefined;
  }
  const kinds = { answers: answersBefore, commitments: linesBefore, files: filesBefore };
  return (kinds[spec.kind] ?? plainBefore)(spec, value, before);
}

function plainBefore(spec, value) {
  return { spec, value, label: spec.label, act: spec.kind === 'choice' ? 'Choose the same' : 'Take it over', taken: value, together: (now) => together(spec, now, value) };
}

/** Positions are those of their own cycle: an answer is taken over where the same question is asked again. */
function answersBefore(spec, value, { questions = [] }) {
  const same = spec.asked.map(({ position, text }) => [String(position), value[questions.find((one) => alike(one.text, text))?.position]]).filter(([, text]) => text);
  return {
    spec: { ...spec, asked: questions }, value, label: spec.label, act: same.length === 1 ? 'Take over the answer to the same question' : 'Take over the answers to the same questions',
    told: 'None of these questions is asked again, so nothing is taken over.', taken: same.length && same,
    together: (now = {}) => ({ ...now, ...Object.fromEntries(same.map(([position, text]) => [position, added(now[position], text)])) }),
  };
}

/** Lines are those of their own cycle: an answer is taken over where the same line is asked about again and nothing is said yet. */
function linesBefore(spec, value, before) {
  const said = spec.name === 'milestones' ? (before.milestones ?? []).map((text, index) => ({ position: index + 1, text })) : before.commitments ?? [];
  const answered = (text) => value.find((one) => one.position === said.find((line) => alike(line.text, text))?.position);
  const same = spec.said.map((line) => ({ ...answered(line.text), position: line.position })).filter((one) => one.outcome || one.sentence);
  return {
    spec: { ...spec, said }, value, label: spec.label, act: 'Take over where the line is the same and nothing is said yet',
    told: 'None of these lines is asked about again, so nothing is taken over.', taken: same.length && same,
    together: (now = []) => [...now, ...same.filter((one) => !now.some(({ position }) => position === one.position))],
  };
}

/** A file stays with its cycle, and consent was given for it: words and addresses are taken over, consent is asked anew. */
function filesBefore(spec, value, { cycle }) {
  const words = value.filter((one) => !one.file && (one.link || one.words || one.caption)).map(({ consent, ...one }) => one);
  return {
    spec: { ...spec, place: spec.place.replace(/updates\/[^/]+\//, `updates/${encodeURIComponent(cycle)}/`) }, value, label: spec.label,
    act: 'Take over testimonials and web addresses', taken: words.length && words, together: (now) => together(spec, now, words),
    told: 'A file is attached anew, and those shown are asked anew: agreement was given for that report. Captions can be copied from here.', toldAlways: true,
  };
}

function alike(one, other) {
  const plain = (text) => String(text ?? '').trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(one) !== '' && plain(one) === plain(other);
}

function offered({ spec, value, label, act, told, toldAlways, taken, together: merged }, cycle, put) {
  const shown = el('div', { class: 'st-before', id: uniqueId('before'), hidden: true }, ...valueOf(spec, value),
    put && told && (toldAlways || !taken) && el('p', { class: 'st-help' }, told),
    put && taken && el('p', { class: 'st-buttons' }, button(act, () => put(merged), 'st-button-light')));
  const opener = button(`What was said in ${cycle}`, () => {
    shown.hidden = !shown.hidden;
    opener.setAttribute('aria-expanded', String(!shown.hidden));
  }, 'st-button-quiet st-before-opener');
  opener.setAttribute('aria-expanded', 'false');
  opener.setAttribute('aria-controls', shown.id);
  opener.setAttribute('aria-label', `What was said in ${cycle}: ${label}`);
  return [opener, shown];
}

/** Nothing that stands in the field goes. */
function together(spec, now, value) {
  if (now === undefined || spec.kind === 'choice') {
    return value;
  }
  if (Array.isArray(value)) {
    const known = now.map((one) => JSON.stringify(spec.key ? String(one[spec.key]) : one));
    return [...now, ...value.filter((one) => !known.includes(JSON.stringify(spec.key ? String(one[spec.key]) : one)))];
  }
  return added(now, value);
}

function added(now, value) {
  return !now || now === value ? value : `${now}\n\n${value}`;
}
