/** The life of a login: handing out an address, storing access, and giving it up (that is a loss). */
import { type ActRule, words } from '../rule.ts';

export const authRules: readonly ActRule[] = [
  {
    id: 'auth.url',
    category: 'read',
    why: 'A login address or code is handed out; nothing changes until a person uses it.',
    note: 'which hands out a login address for a person to use',
    verbs: words('authenticate login authorize start initiate begin connect get generate'),
    when: ({ verb, object, context, facts }) =>
      (['authenticate', 'login', 'authorize'].includes(verb) ||
        [...object, ...context].some((word) =>
          [
            'oauth',
            'auth',
            'authentication',
            'login',
            'authorization',
            'signin',
            'sign-in',
            'signing',
            'logging',
          ].includes(word),
        )) &&
      facts.givesLoginAddress &&
      !facts.parameterNames.has('code') &&
      !facts.parameterNames.has('authorizationcode') &&
      !facts.parameterNames.has('authcode') &&
      !facts.parameterNames.has('password') &&
      !facts.parameterNames.has('token'),
    unless: words('magic'),
    matches: [
      'authenticate_service: Start the OAuth flow to get a login URL for the user',
      'authenticate_service: Starts signing in to an account. Returns an address that a person opens to confirm.',
    ],
    misses: ['login', 'authenticate_service: Start the authentication process'],
  },
  {
    id: 'auth.flow',
    category: 'write',
    why: 'A login that is started, finished or refreshed stores new access.',
    note: 'which stores a login',
    verbs: words('start begin initiate complete finish refresh renew exchange connect trigger run set'),
    when: ({ object }) =>
      object.some((word) =>
        ['oauth', 'oauth2', 'login', 'authentication', 'authorization', 'auth', 'signin', 'sign-in'].includes(word),
      ) &&
      !object.some((word) =>
        ['status', 'diagnostic', 'diagnostics', 'test', 'check', 'configuration', 'config', 'log'].includes(word),
      ),
    matches: ['start_oauth: Start an OAuth flow', 'complete_login', 'refresh_auth_token'],
    misses: ['get_auth_status', 'start_server'],
  },
  {
    id: 'auth.exchange',
    category: 'write',
    why: 'A code or a token that is exchanged for another one completes a login.',
    note: 'which stores a login',
    verbs: ['exchange'],
    head: words('token code grant'),
    matches: ['exchange_token: Exchange a token of the portal'],
    misses: ['get_exchange_rate', 'exchange_coins'],
  },
  {
    id: 'auth.login',
    category: 'write',
    why: 'A login that is started, finished or refreshed stores new access.',
    note: 'which stores a login',
    verbs: words('login authenticate authorize reauthenticate reauthorize onboard'),
    matches: ['login', 'authenticate'],
    misses: ['logout', 'check_login'],
  },
];
