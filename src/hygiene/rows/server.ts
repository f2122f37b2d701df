/** Rows on the names of one server. */
import type { ServerRow } from '../finding.ts';
import { folded, skeleton } from '../skeleton.ts';

export const serverRows: readonly ServerRow[] = [
  {
    id: 'duplicate-name',
    title: 'one name for several tools',
    why: 'Which of them a call reaches is the server’s choice, and a rule on the name rules over all of them.',
    severity: 'alert',
    find: (names) =>
      [...Map.groupBy(names, (name) => name)]
        .filter(([, same]) => same.length > 1)
        .map(([name, same]) => ({
          name,
          what: `one name for ${same.length.toLocaleString('en-US')} tools of this server`,
        })),
    matches: [['open', 'close', 'open']],
    misses: [
      ['open', 'close'],
      ['open', 'Open_all'],
    ],
  },
  {
    id: 'confusable-name',
    title: 'names of one server that look alike',
    why: 'A person who allows the one may think of the other.',
    severity: 'notice',
    find(names) {
      const distinct = [...new Set(names)];
      const groups = Map.groupBy(distinct, folded);
      return [...groups.values()]
        .filter((group) => group.length > 1)
        .map((group) => {
          const first = group[0] ?? '';
          const foreign =
            group.some((name) => /[^\x20-\x7e]/.test(name)) && new Set(group.map(skeleton)).size < group.length;
          const others = group
            .slice(1, 5)
            .map((name) => `“${name}”`)
            .join(', ');
          return {
            name: first,
            what: `a name that looks like ${others}`,
            ...(foreign && { severity: 'alert' as const }),
          };
        });
    },
    matches: [
      ['get_note', 'getNote'],
      ['pay', 'pаy'],
    ],
    misses: [
      ['get_note', 'get_notes'],
      ['', 'x'],
    ],
  },
];
