/** How labels and rules are made, in the words and rows that the code itself works with. */
import type { Catalog } from '../catalog.ts';
import { rules } from '../classify/rules.ts';
import { categories, riskOf } from '../domain.ts';
import { allRows } from '../hygiene/findings.ts';
import { describeRule } from '../policy/describe.ts';
import { recommendations } from '../policy/recommend.ts';
import { snippets } from '../snippets/list.ts';
import type { Snippet } from '../snippets/snippet.ts';
import { methodologyUrl } from '../urls.ts';
import { accuracySection, confidenceSection } from './accuracy.ts';
import { severityWords } from './findings.ts';
import { head } from './head.ts';
import { others } from './others.ts';
import { categoryWords, riskWords } from './words.ts';

/** What falls under a category and what, for all it sounds like it, does not. */
const borders = {
  read: {
    holds:
      'Looking, searching, calculating, validating, planning, previewing; fetching a page; changing what is selected in the session.',
    not: 'A read that takes messages off a queue, or that saves to a file the caller chooses: Write.',
  },
  write: {
    holds:
      'Making, updating, moving and renaming; sending, posting, sharing, inviting; setting a state; taking a label off; deleting to a bin.',
    not: 'Replacing the whole content, where the definition says so: Destructive. Silence about overwriting is not held against a tool.',
  },
  execute: {
    holds:
      'Running code, shell, queries or requests that the caller writes; starting, stopping and deploying; clicking and typing in a live screen; metered jobs; handing a task to an agent; installing.',
    not: 'A query that the definition bounds to reading, or whose language cannot write: Read.',
  },
  destructive: {
    holds:
      'Deleting, dropping, wiping, uninstalling; overwriting as the definition says; revoking access, logging out, replacing a secret; clearing history.',
    not: 'Taking apart two things that both survive, or clearing a cache: Write. Stopping a process: Execute.',
  },
  financial: {
    holds:
      'Paying, refunding, transferring, trading; ordering and cancelling orders; invoices; subscriptions that cost; signing and sending a transaction.',
    not: 'Reading prices and payments: Read. Products, coupons and drafts: Write. What says that it only simulates is judged without the money.',
  },
} as const;

export function methodologyPage(catalog: Catalog) {
  const trail = [{ name: 'Method', href: methodologyUrl() }];
  return {
    head: head(
      catalog.site,
      trail,
      'How tools are labelled: the categories and their borders, the order of decisions, the rules, how confidence is measured, and how a rule follows from a label.',
    ),
    categories: categories.map((category) => ({
      name: categoryWords[category].name,
      mark: riskOf[category],
      risk: riskWords[riskOf[category]].name,
      gist: categoryWords[category].gist,
      ...borders[category],
    })),
    recommendations: recommendations.map(({ when, rule, because }) => ({
      when,
      rule: describeRule(rule).headline,
      because,
    })),
    formats: snippets.map((snippet) => ({ title: snippet.title, proven: provenWords(snippet) })),
    confidence: confidenceSection(),
    accuracy: accuracySection(),
    others,
    rules: [...categories].reverse().map((category) => ({
      category: categoryWords[category].name,
      rows: rules
        .filter((rule) => rule.category === category)
        .map(({ id, why, matches, misses }) => ({ id, why, sees: matches[0] ?? '', passes: misses[0] ?? '' })),
    })),
    findings: allRows.map(({ id, title, severity, why }) => ({
      id,
      title,
      severity: severityWords[severity].name,
      why,
    })),
    rail: [
      { href: '#asked', text: 'What is asked, and what is read' },
      { href: '#categories', text: 'Categories and risk' },
      { href: '#order', text: 'The order of decisions' },
      { href: '#evidence', text: 'Evidence' },
      { href: '#rows', text: 'Every rule' },
      { href: '#confidence', text: 'Confidence' },
      { href: '#accuracy', text: 'How often labels are right' },
      { href: '#claims', text: 'What servers claim' },
      { href: '#facets', text: 'Facets' },
      { href: '#rules', text: 'From label to rule' },
      { href: '#findings', text: 'Findings' },
      { href: '#others', text: 'Where others print another label' },
      { href: '#corrections', text: 'Corrections by people' },
      { href: '#limits', text: 'What a label is not' },
    ],
  };
}

/** How it is known that the program does what these texts say. */
function provenWords({ title, proven }: Snippet): string {
  switch (proven.by) {
    case 'gateway':
      return 'The gateway itself, with real calls.';
    case 'program':
      return `${title} ${proven.version} itself: a model called every tool, and each call went as the text says.`;
    case 'code':
      return `The code of ${title} ${proven.version} that decides it, asked about every tool.`;
    case 'documentation':
      return 'A strict reader written from its documentation. The program itself was not asked.';
    default:
      return proven satisfies never;
  }
}
