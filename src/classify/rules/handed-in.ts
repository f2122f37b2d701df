/** What is handed in: answers, grades and matches that go to a record that is named, and what a job works on. */
import type { Facts } from '../act.ts';
import { type ActRule, words } from '../rule.ts';

export const handedInRules: readonly ActRule[] = [
  {
    id: 'run.submit-for',
    category: 'execute',
    why: 'What is handed in to be transcribed, rendered or trained on is worked on after the call has returned.',
    note: 'which starts a job',
    verbs: words('submit queue enqueue'),
    when: ({ context }) => context.some((word) => workedOn.has(word)),
    matches: ['submit_audio: Submit an audio file for transcription'],
    misses: ['submit_app: Submit an app for review', 'submit_form: Submit a form for a visitor'],
  },
  {
    id: 'change.answer',
    category: 'write',
    why: 'An answer to a question that is known by its number is kept with it.',
    note: 'which hands in an answer',
    verbs: words('answer respond'),
    when: ({ facts }) => hasId(facts) && answers.some((key) => facts.parameterNames.has(key)),
    matches: ['answer_buyer: Answer a question of a buyer (question_id: string, text: string)'],
    misses: ['answer_question: Answer a question (question: string)'],
  },
  {
    id: 'change.grade',
    category: 'write',
    why: 'A category, a grade or a rank that the caller gives to a record is kept with it.',
    note: 'which sets a field of a record',
    verbs: words('categorize classify rate score grade rank prioritize triage'),
    when: ({ facts }) => hasId(facts) && facts.parameters.some(({ key, path }) => path.length === 1 && grades.has(key)),
    matches: ['categorize_receipt: Categorize a receipt (receipt_id: string, category: string)'],
    misses: ['categorize_receipt: Categorize a receipt (text: string)', 'score_lead: Score a lead (lead_id: string)'],
  },
  {
    id: 'change.match',
    category: 'write',
    why: 'Two records that are matched by their numbers stay matched.',
    note: 'which ties two records',
    verbs: words('match map pair reconcile'),
    when: ({ facts: { parameters } }) =>
      parameters.filter(({ key, path }) => path.length === 1 && /[a-z]ids?$/.test(key)).length > 1,
    matches: ['match_deposit: Match a deposit to a bill (deposit_id: string, bill_id: string)'],
    misses: ['match_pattern: Match a pattern (text: string, pattern: string)'],
  },
  {
    id: 'change.identify',
    category: 'write',
    why: 'Traits of a person that are handed in are kept with the person.',
    note: 'which sets fields of a record',
    verbs: words('identify'),
    when: ({ facts: { parameterNames } }) => parameterNames.has('traits'),
    matches: ['identify_visitor: Identify a visitor (visitor: string, traits: object)'],
    misses: ['identify_visitor: Identify a visitor (photo: string)'],
  },
  {
    id: 'change.verify-code',
    category: 'write',
    why: 'A code that proves an address or an account marks it as verified.',
    note: 'which sets a state',
    verbs: words('verify confirm validate'),
    head: words('email phone mobile account user registration signup code otp'),
    when: ({ facts }) => proofs.some((key) => facts.parameterNames.has(key)),
    matches: ['verify_phone: Verify a phone with a code (phone: string, code: string)'],
    misses: ['verify_phone: Verify that a phone exists (phone: string)'],
  },
  {
    id: 'change.collect-words',
    category: 'write',
    why: 'Feedback or consent that is handed in is kept.',
    note: 'which hands in what someone said',
    verbs: words('collect gather capture take receive'),
    head: words('feedback consent complaint testimonial'),
    when: ({ facts: { parameters } }) =>
      parameters.some(({ key, path, values }) => path.length === 1 && values.length === 0 && said.test(key)),
    matches: ['collect_feedback: Collect feedback of a guest (feedback: string)'],
    misses: ['collect_feedback: Collect the feedback of a month (month: string)'],
  },
  {
    id: 'change.take-note',
    category: 'write',
    why: 'A note that is taken is kept.',
    note: 'which makes something that stays',
    verbs: words('take jot scribble'),
    head: words('note minute attendance something thought idea'),
    matches: ['take_note: Take a note (text: string)'],
    misses: ['take_screenshot'],
  },
];

const hasId = ({ parameters }: Facts) =>
  parameters.some(({ key, path }) => path.length === 1 && (key === 'id' || /[a-z]id$/.test(key)));
const answers = words('text answer body content response reply message');
const grades = new Set(words('category categoryid class label labels rating score grade priority rank'));
const said = /^(?:feedback|comments?|message|content|feedbackcontent|feedbacktext|rating|text|consent)$/;
const proofs = words('token code otp verificationcode verificationtoken confirmationcode pin');

const workedOn = new Set(
  words('transcription rendering generation conversion training transcoding encoding indexing crawling scraping'),
);
