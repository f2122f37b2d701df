/** Secrets that a tool takes, and secrets that it hands out. */
import { any, byAct, byParameter, type FacetRule, no, noneSuch } from '../../facet-rule.ts';
import type { FacetTool } from '../../facets.ts';
import type { Parameter } from '../../parameters.ts';
import { words } from '../../rule.ts';

const secretKeys = new Set(
  words(
    'password passwd passphrase apikey apitoken accesstoken token secret clientsecret privatekey secretkey credential credentials authtoken bearertoken refreshtoken mnemonic seedphrase connectionstring cookie cookies jwt pat otp pin databaseurl authorization newpassword secretvalue signingkey webhooksecret',
  ),
);
/** Names that stand for a secret only where the tool is about one. */
const bareKeys = new Set(words('key value'));
const pageTokens =
  /\b(?:page|pagination|cursor|continuation|next|idempot|max|limit|number of|cancel|token count|budget)/iu;
const secretNouns = words(
  'secret password credential apikey token passphrase keypair jwt otp mnemonic env cookie passkey',
);
/** Where tokens are coins, parts of a text, or values of a design. */
const otherTokens = words('blockchain nft erc721 erc1155 count balance erc20 price design swap');
const keyOwners = words('api private signing ssh access license');
const handing = new Set(
  words(
    'get read retrieve show fetch reveal export create generate rotate regenerate issue list dump download query describe return',
  ),
);
const withheld = /\b(?:metadata only|names only|masked|redacted|without (?:the )?values?|not (?:the )?values?)\b/iu;

/** `key` and `variable` only of an API, of an environment and the like. */
function secretOf(nouns: ReadonlySet<string>, around: ReadonlySet<string>): string | undefined {
  const word = any(nouns, secretNouns);
  if (word) return word;
  if (nouns.has('key') && any(around, keyOwners)) return 'key';
  return nouns.has('variable') && (around.has('env') || around.has('environment')) ? 'variable' : undefined;
}

function takesSecret(
  { reading, resolution, objects }: FacetTool,
  { key, types, description, isFree }: Parameter,
): boolean {
  if (!isFree || (types.length > 0 && !types.includes('string'))) return false;
  if (bareKeys.has(key)) return resolution.category !== 'read' && secretOf(objects, objects) !== undefined;
  if (!secretKeys.has(key)) return false;
  if (key === 'token' && /confirm/iu.test(`${reading.definition.name} ${reading.description.slice(0, 300)}`))
    return false;
  return !(['token', 'pin', 'authorization'].includes(key) && pageTokens.test(description));
}

export const secretRules: readonly FacetRule[] = [
  {
    id: 'facet.secrets-in.parameter',
    facet: 'secrets-in',
    note: 'a secret that is passed in',
    why: 'A parameter takes a password, a key or a token.',
    test: (tool) => byParameter(tool.reading.parameters.find((parameter) => takesSecret(tool, parameter))),
    matches: ['login: Log in (username: string, password: string)', 'set_api_key: Store the API key (key: string)'],
    misses: [
      'list_files: List files (page_token: string)',
      'confirm_delete: Confirms the deletion (token: string)',
      'set_setting: Set a setting (key: string, value: string)',
    ],
  },
  noneSuch('secrets-in', 'facet.secrets-in.none', 'No parameter takes a secret.'),
  {
    id: 'facet.secrets-out.read',
    facet: 'secrets-out',
    note: 'a secret that is handed out',
    why: 'What is read or made is a password, a key or a token.',
    test: ({ reading, resolution, acts, verbs }) => {
      const { textWords } = reading.facts;
      const act = acts.find(({ verb, heads, object }) => {
        const word = handing.has(verb) ? secretOf(new Set(heads), new Set(object)) : undefined;
        if (word === 'token') return !any(textWords, otherTokens);
        return word === 'env' || word === 'variable' ? textWords.has('variable') : word !== undefined;
      });
      if (!act) return undefined;
      if (resolution.category === 'destructive' && !verbs.has('rotate') && !verbs.has('regenerate')) return undefined;
      return withheld.test(reading.description.slice(0, 4000)) ? no : byAct(act);
    },
    matches: ['get_secret', 'create_api_key'],
    misses: [
      'get_issue',
      'get_token_metadata',
      'count_tokens: Count the tokens of a text',
      'list_secrets: List secrets, names only.',
    ],
  },
];
