/** Rules that stand on a schema, or on there being nothing better. */
import type { Rule } from '../rule.ts';

const rows = {
  program: {
    id: 'schema.program',
    category: 'execute',
    why: 'A parameter takes a program (code, a command, a statement) that the caller writes, and nothing bounds it.',
    note: 'a program that the caller writes',
    matches: ['run: Run it (code: string = Python code to run)', 'database_query: Query the database (sql: string)'],
    misses: ['validate_code: Validate code (code: string = Source code)', 'get_country: Get a country (code: string)'],
  },
  httpMethod: {
    id: 'schema.http-method',
    category: 'execute',
    why: 'Method and address of a request are both free.',
    note: 'a free method for a free address',
    matches: ['api: Talk to the API (method: GET|POST|DELETE, path: string)'],
    misses: ['get_page: Get a page (path: string)'],
  },
  router: {
    id: 'schema.router',
    category: 'execute',
    why: 'A free word picks another operation, and what that one does is not said.',
    note: 'a free choice of another operation',
    matches: ['router: Routes to one of many operations (operation: string, params: object)'],
    misses: ['get_operation: Get an operation (operation: string)'],
  },
  instruction: {
    id: 'schema.instruction',
    category: 'execute',
    why: 'A free instruction goes to an agent, which decides itself what it does.',
    note: 'a free instruction to an agent',
    matches: ['browser_agent: Works in a browser (task: string)', 'ask_helper: Ask (prompt: string, sandbox: boolean)'],
    misses: ['create_agent: Create an agent (prompt: string)', 'ask_model: Ask a model (prompt: string)'],
  },
  nounPhrase: {
    id: 'text.noun-phrase',
    category: 'read',
    why: 'The text names what comes back and no effect; most such tools only read.',
    note: 'which names a thing and no effect',
    matches: ['weather: Current weather for a city'],
    misses: ['delete_file: Delete a file', 'zzz'],
  },
  unknownVerb: {
    id: 'text.unknown-verb',
    category: 'write',
    why: 'A verb that no rule knows is taken to change something, until someone knows better.',
    note: 'a verb whose effect no rule knows',
    matches: ['flummox: Flummox the guests.'],
    misses: ['weather: Current weather for a city', 'delete_file: Delete a file'],
  },
  nothing: {
    id: 'nothing',
    category: 'write',
    why: 'Where neither name nor text nor parameters tell, the tool is taken to change things, and shown as Unclear.',
    note: 'which does not tell what a call does',
    matches: ['zzz'],
    misses: ['delete_file'],
  },
} as const satisfies Record<string, Rule>;
export const schemaRules: Record<keyof typeof rows, Rule> = rows;
