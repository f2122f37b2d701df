import { describe, expect, test } from 'vitest';
import { jobsOf } from '../../src/page/jobs.ts';
import { type Related, relatedTools } from '../../src/page/related.ts';
import { catalogOf, serverOf, type ToolSketch } from './catalog.ts';

const issues: ToolSketch[] = [
  { name: 'get_issue', description: 'Returns an issue of a repository.' },
  { name: 'search_issues', description: 'Searches the issues of a repository.' },
  { name: 'create_issue', description: 'Creates an issue in a repository.', category: 'write' },
  { name: 'delete_issue', description: 'Deletes an issue from a repository.', category: 'destructive' },
  { name: 'get_weather', description: 'Returns the weather of a place.' },
];
const tracker: ToolSketch[] = [
  { name: 'tracker_issue_delete', description: 'Deletes an issue of a repository.', category: 'destructive' },
  { name: 'tracker_issue_list', description: 'Lists the issues of a repository.' },
  { name: 'tracker_label_list', description: 'Lists labels.' },
];
const others: ToolSketch[] = [
  // The same words for other things.
  { name: 'get_data', description: 'Returns data.' },
  { name: 'list_items', description: 'Lists items.' },
  {
    name: 'get_issue',
    description:
      'Magazine archive: fetches scanned pages, cover art, contributor names, printing dates and subscription prices belonging to one monthly edition.',
  },
];
/** A word weighs what it does in a catalog that is about many things. */
const unrelated = ['invoice', 'photo', 'playlist', 'robot', 'garden', 'recipe', 'train', 'museum'].flatMap((thing) => [
  { name: `open_${thing}`, description: `Opens the ${thing} that is asked for.` },
  { name: `rate_${thing}`, description: `Rates a ${thing} with stars.` },
]);
const catalog = catalogOf([
  serverOf('issues', issues),
  serverOf('tracker', tracker),
  serverOf('others', others),
  serverOf('unrelated', unrelated),
  serverOf('more', [{ name: 'get_data', description: 'Returns rows.' }, ...others.slice(1, 2)]),
]);

/** `relation: server/name, …` of every group that is not empty. */
function relatedTo(server: string, name: string): string[] {
  const found = catalog.servers.find(({ id }) => id === server);
  const tool = found?.tools.find(({ definition }) => definition.name === name);
  if (!found || !tool) throw new Error(`no ${server}/${name}`);
  return lines(relatedTools(catalog, found, tool));
}
const lines = (related: Related) =>
  Object.entries(related).flatMap(([relation, links]) =>
    links.length === 0 ? [] : [`${relation}: ${links.map(({ href }) => href.slice('/tools/'.length, -1)).join(', ')}`],
  );

describe('what is related to a tool', () => {
  test('by object here, safer and riskier apart; by object and act elsewhere', () => {
    expect(relatedTo('issues', 'delete_issue')).toEqual([
      'same-server-safer: issues/create_issue, issues/get_issue, issues/search_issues',
      'elsewhere-same-job: tracker/tracker_issue_delete',
      'elsewhere-safer: tracker/tracker_issue_list',
    ]);
  });

  test('verbs that ask for the same are one act, whatever their order with the noun', () => {
    expect(relatedTo('issues', 'get_issue')).toContain('elsewhere-same-job: tracker/tracker_issue_list');
    expect(relatedTo('tracker', 'tracker_issue_list')).toContain(
      'elsewhere-same-job: issues/search_issues, issues/get_issue',
    );
  });

  test('nothing riskier is offered elsewhere', () => {
    expect(relatedTo('issues', 'get_issue').join()).not.toContain('elsewhere-safer');
  });

  test('a name that says nothing in particular matches nothing', () => {
    expect(relatedTo('others', 'get_data')).toEqual([]);
    expect(relatedTo('more', 'list_items')).toEqual([]);
  });

  test('the same noun for another thing is no match', () => {
    expect(relatedTo('others', 'get_issue')).toEqual([]);
  });

  test('links elsewhere name the server', () => {
    const [server] = catalog.servers;
    const tool = server?.tools.find(({ definition }) => definition.name === 'delete_issue');
    if (!server || !tool) throw new Error('no tool');
    expect(relatedTools(catalog, server, tool)['elsewhere-same-job'][0]).toEqual({
      name: 'tracker_issue_delete',
      href: '/tools/tracker/tracker_issue_delete/',
      mark: 'critical',
      risk: 'Critical',
      server: 'Server tracker',
    });
  });
});

test('of one server there are two at most, so that one with many does not fill the list', () => {
  const many = Array.from({ length: 9 }, (_, n) => ({ name: `get_user_v${n}`, description: 'Returns a user.' }));
  const [one, two] = [serverOf('one', [{ name: 'get_user', description: 'Returns a user.' }]), serverOf('two', many)];
  const [tool] = one.tools;
  if (!tool) throw new Error('no tool');
  expect(relatedTools(catalogOf([one, two]), one, tool)['elsewhere-same-job']).toHaveLength(2);
});

test('one tool is compared with some dozens, however many do the same', () => {
  const servers = Array.from({ length: 200 }, (_, s) =>
    serverOf(
      `s${s}`,
      Array.from({ length: 10 }, (_, n) => ({ name: `get_user_${n}`, description: `Returns user ${n}.` })),
    ),
  );
  const jobs = jobsOf(catalogOf(servers));
  for (const { tools } of servers) {
    for (const tool of tools) expect(jobs.sameElsewhere(tool)).toHaveLength(60);
  }
});
