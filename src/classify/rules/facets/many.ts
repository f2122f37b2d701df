/** Whether one call acts on many things. */
import { any, byParameter, byText, type FacetRule, isEffect, no, yes } from '../../facet-rule.ts';
import type { FacetTool } from '../../facets.ts';
import { words } from '../../rule.ts';

const lists =
  /(?:ids|items|records|rows|keys|files|paths|users|emails|messages|entities|tasks|updates|operations|issues|nodes|names)$/;
const manyFlags = new Set(words('multi ismulti many deleteall updateall deletemany updatemany'));
const isMaking = ({ decisive }: FacetTool) =>
  decisive.some(({ verb }) => ['create', 'add', 'put', 'set', 'book'].includes(verb));
const sweeping = new Set(
  words(
    'delete remove clear purge empty wipe erase truncate drop destroy reset mark archive update replace overwrite pay flush discard close cancel',
  ),
);

export const manyRules: readonly FacetRule[] = [
  {
    id: 'facet.bulk.parameter',
    facet: 'bulk',
    note: 'many at once',
    why: 'One call acts on many things.',
    test: (tool) => {
      if (!isEffect(tool)) return no;
      const { reading, objects, verbs } = tool;
      const many = reading.parameters.find(
        ({ key, types, path, words: named }) =>
          path.length === 1 &&
          types.includes('array') &&
          (lists.test(key) ||
            (key.endsWith('s') && named.some((word) => objects.has(word) && !verbs.has(word)) && !isMaking(tool))),
      );
      const flag = reading.parameters.find(
        ({ key, path, types }) => path.length === 1 && types.includes('boolean') && manyFlags.has(key),
      );
      if (many ?? flag) return byParameter(many ?? flag);
      const word = any(new Set([...objects, ...reading.facts.nameWords]), words('bulk batch multiple all many mass'));
      return word ? yes({ word }) : undefined;
    },
    matches: ['bulk_update_issues', 'delete_files: Delete files (paths: array)'],
    misses: ['delete_file'],
  },
  {
    id: 'facet.bulk.text',
    facet: 'bulk',
    note: 'which says that it acts on all of them',
    why: 'The text says that one call deletes, changes or pays all of them.',
    test: (tool) =>
      tool.decisive.some(({ verb }) => sweeping.has(verb))
        ? byText(
            tool,
            /^.{0,80}?(?<!\band (?:\w{1,9} )?)\b(?:all|every|the whole|the entire) (?:\S+ ){0,3}?(?:\w+s|history|people|data|content|everything)\b|^.{0,40}?(?:全部|所有|すべて)/isu,
          )
        : undefined,
    matches: ['clear_logs: Clears all log entries of a service.', 'empty_history: Clears the whole history.'],
    misses: ['delete_log: Deletes a log and all its lines of text.', 'list_logs: Lists all logs.'],
  },
];
