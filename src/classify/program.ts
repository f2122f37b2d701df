/** Which parameters take a program that the caller writes. */
import type { Facts } from './act.ts';
import type { Parameter } from './parameters.ts';
import { words } from './rule.ts';

const programKeys = new Set(
  words(
    'sql sqlquery sqlstatement statement statements cypher cypherquery graphql graphqlquery gremlin sparql command commands cmd commandline shellcommand shell bashcommand script scriptcontent code javascript js jscode python pythoncode pycode expression functionbody function program mutation snippet codesnippet powershell lua luacode sourcecode',
  ),
);
const codeText =
  /\b(?:javascript|python|typescript|execute|executed|run|script|source code|sandbox|function|snippet|program|lua|ruby|php|c#|rust|code to)\b/iu;
const languageWords =
  /\b(?:sql|cypher|graphql|gremlin|sparql|surrealql|cql|n1ql|aql|mutation|ddl|(?:alter|create|drop) (?:table|index|view) statement)\b/iu;

/** Is it a string into which the caller writes a program? */
export function isProgram(parameter: Parameter, facts: Facts): boolean {
  const { key, isFree, description, path } = parameter;
  if (!isFree || path.length > 2) return false;
  if (key === 'query' || key === 'q')
    return languageWords.test(`${description} ${[...facts.nameWords].join(' ')}`) || facts.isSql;
  if (!programKeys.has(key)) return false;
  if (key === 'program' && !/\b(?:code|source|script|instructions|assembly)\b/iu.test(description)) return false;
  if (
    key === 'function' &&
    !/\b(?:javascript|python|code|lambda|body|evaluat\w+|execut\w+)\b|=>/iu.test(description) &&
    !facts.textWords.has('evaluate')
  )
    return false;
  if (key === 'code' || key === 'function' || key === 'snippet' || key === 'program')
    return (
      codeText.test(description) ||
      ['execute', 'run', 'evaluate', 'eval', 'exec', 'interpreter', 'repl'].some((word) => facts.textWords.has(word))
    );
  if (key === 'expression')
    return (
      /\b(?:javascript|js|python|code|evaluated?)\b/iu.test(description) &&
      !/\b(?:math|arithmetic|cron|regex|regular|filter|xpath)/iu.test(description) &&
      !facts.textWords.has('math') &&
      !facts.textWords.has('mathematical')
    );
  if (key === 'statement' || key === 'statements') return languageWords.test(description) || facts.isSql;
  return true;
}
