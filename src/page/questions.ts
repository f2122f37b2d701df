/** The six questions that people ask of every tool, answered for this one. */
import type { CatalogServer, CatalogTool } from '../catalog.ts';
import type { ParameterTable } from '../schema/parameters.ts';
import { serverUrl } from '../urls.ts';
import { requiredWords, runsAs } from './facts.ts';
import { foreignName } from './foreign.ts';
import type { PolicyBox } from './policy.ts';
import { clip } from './summary.ts';
import type { Verdict } from './verdict.ts';
import { count, list } from './words.ts';

export type Piece = string | { code: string } | { text: string; href: string };
/** An answer is a list of paragraphs. */
export type Question = { question: string; answer: Piece[][] };

type Known = {
  server: CatalogServer;
  tool: CatalogTool;
  summary: string | undefined;
  verdict: Verdict;
  policy: PolicyBox;
  parameters: ParameterTable;
};

export function questions(known: Known): Question[] {
  const name = clip(foreignName(known.tool.definition.name), 64);
  return [
    { question: `What does ${name} do?`, answer: whatItDoes(known) },
    { question: `How do I enforce a policy for ${name}?`, answer: howToEnforce(known) },
    { question: `What risk level is ${name}?`, answer: whichRisk(known) },
    { question: `Can I rate-limit ${name}?`, answer: rateLimit(known) },
    { question: `How do I block ${name} completely?`, answer: block(known) },
    { question: `Which server provides ${name}?`, answer: whichServer(known) },
  ];
}

function whatItDoes({ summary, verdict, parameters }: Known): Piece[][] {
  const described = summary
    ? [`In the server’s words: ${summary}`]
    : ['The server does not describe it; its name and its parameters are all there is.'];
  return [described, [`${verdict.does} ${takes(parameters)}: `, { text: 'see the table', href: '#parameters' }, '.']];
}

function takes(table: ParameterTable): string {
  if (table.kind === 'not-described') return 'Its parameters are not described';
  return table.total === 0
    ? 'It takes no parameters'
    : `It takes ${count(table.total, 'parameter')}, ${requiredWords(table)}`;
}

function howToEnforce({ server, policy }: Known): Piece[][] {
  const [own, ...others] = policy.snippets;
  const can = others.filter((target) => 'code' in target && target.grade.id !== 'cannot');
  const enforce: Piece[] =
    own?.noEntry !== undefined
      ? [own.noEntry]
      : [
          'Copy the rule into ',
          { code: own?.file ?? `${server.id}.policy.yaml` },
          ' and start the server through the gateway, which reads that file: a call that the rule refuses never reaches the server.',
        ];
  return [
    enforce,
    [
      can.length > 0
        ? `Without the gateway, ${list(
            can.map(({ name }) => name),
            'and',
          )} can hold this rule or ask in its place; what each loses stands beside it: `
        : 'Without the gateway, no program that we know holds this rule whole; what each can do stands beside it: ',
      { text: 'switch the target', href: '#policy' },
      '.',
    ],
  ];
}

function whichRisk({ tool, verdict }: Known): Piece[][] {
  if (tool.label.unclear) {
    return [
      ['Unclear: nothing in its definition says what a call does. Until a person has looked, it is treated as medium.'],
    ];
  }
  return [[`${verdict.risk}, because it is a ${verdict.category} tool. ${verdict.why} ${verdict.confidence}.`]];
}

function rateLimit({ tool: { rule } }: Known): Piece[][] {
  if (rule.rate_limit) {
    const { max, window } = rule.rate_limit;
    return [
      [
        `Yes, and the recommended rule does: at most ${count(max, 'call')} in any ${count(window, 'second')}, counted for each session. Change `,
        { code: `rate_limit: { max: ${max}, window: ${window} }` },
        ' to what you need.',
      ],
    ];
  }
  if (rule.action === 'deny' || rule.action === 'hide') {
    return [
      [
        'A limit on a tool that is refused would never act, so the recommended rule has none. Where you allow the tool, put ',
        { code: 'rate_limit: { max: 5, window: 60 }' },
        ' beside the action: at most 5 calls in any 60 seconds.',
      ],
    ];
  }
  return [
    [
      'Yes: put ',
      { code: 'rate_limit: { max: 5, window: 60 }' },
      ' beside the action: at most 5 calls in any 60 seconds.',
    ],
  ];
}

function block({ tool: { rule } }: Known): Piece[][] {
  const already = rule.action === 'deny' || rule.action === 'hide' ? 'The recommended rule does. ' : '';
  return [
    [
      already,
      { code: 'action: deny' },
      ' refuses every call and tells the agent why. ',
      { code: 'action: hide' },
      ' also leaves the tool out of the list, so that the agent never learns of it.',
    ],
  ];
}

function whichServer({ server }: Known): Piece[][] {
  const { publisher, repository, transport } = server.declared;
  const which = server.tools.length === 1 ? ', as its only tool' : `, as one of ${count(server.tools.length, 'tool')}`;
  return [
    [
      { text: clip(server.title, 100), href: serverUrl(server.id) },
      `${which}${publisher === undefined ? '' : `, published by ${publisher}`}. It was asked as `,
      { code: clip(runsAs(transport), 160) },
      ...(repository === undefined ? ['.'] : ['; ', { text: 'its source', href: repository }, ' is public.']),
    ],
  ];
}
