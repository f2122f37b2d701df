/** Keys, logins and people’s places: what is taken away only a person can give again. */
import { credentials, organisations, people } from '../nouns.ts';
import { type ActRule, words } from '../rule.ts';
import { loss } from './loss.ts';

export const accessLossRules: readonly ActRule[] = [
  {
    id: 'loss.credentials',
    category: 'destructive',
    why: 'Removing a key, a login or a permission takes access away; a person must give it again.',
    note: 'which takes access away',
    verbs: [...loss, ...words('revoke expire invalidate deactivate-key forget')],
    head: credentials,
    unless: ['cache', 'cached', 'foreign', 'primary', 'partition', 'translation', 'locale', 'i18n'],
    when: ({ verb, heads, facts: { textWords } }) =>
      !['clear', 'reset', 'empty', 'flush'].includes(verb) ||
      heads.some((head) => head !== 'session') ||
      ['login', 'auth', 'authentication', 'user', 'logged', 'cookie'].some((word) => textWords.has(word)),
    matches: ['clear_auth: Clear the stored credentials', 'delete_api_key', 'remove_permission', 'delete_cookies'],
    misses: ['remove_label', 'delete_branch'],
  },
  {
    id: 'loss.member',
    category: 'destructive',
    why: 'Taking a person out of an organisation, a workspace, a project or a repository ends that person’s access.',
    note: 'which ends a person’s access',
    verbs: words('remove delete kick expel evict ban drop'),
    object: people,
    near: [...organisations, 'board', 'app'],
    matches: ['remove_user_from_org', 'remove_team_member', 'kick_member_from_guild'],
    misses: ['remove_user_from_channel', 'remove_label_from_issue'],
  },
  {
    id: 'loss.end-session-access',
    category: 'destructive',
    why: 'Logging out, disconnecting an account or revoking takes access away; a person must sign in again.',
    note: 'which takes access away',
    verbs: words('logout revoke unauthorize deauthorize unauthenticate unpair'),
    unless: words('like vote reaction connectionid connection lease'),
    matches: ['logout', 'unpair_device'],
    misses: ['login', 'check_login'],
  },
  {
    id: 'loss.disconnect-account',
    category: 'destructive',
    why: 'Disconnecting a stored account or integration takes access away; a person must connect it again.',
    note: 'which takes access away',
    verbs: words('disconnect unlink'),
    head: words('account integration provider oauth auth credential app wallet identity config'),
    matches: ['disconnect_account', 'disconnect_integration'],
    misses: ['disconnect', 'unlink_issue'],
  },
  {
    id: 'loss.rotate',
    category: 'destructive',
    why: 'The old secret stops working as soon as a new one takes its place.',
    note: 'which makes the old secret stop working',
    verbs: words('rotate regenerate reset roll refresh-key reissue recreate change'),
    object: words('key secret token password credential apikey passphrase certificate pin mfa 2fa backup recovery'),
    when: ({ verb, head, object }) =>
      (verb !== 'change' || head === 'password' || head === 'passphrase') &&
      (!(object.includes('backup') || object.includes('recovery')) || head === 'code'),
    matches: ['rotate_api_key', 'regenerate_token', 'change_password'],
    misses: ['rotate_image', 'reset_viewport', 'change_title'],
  },
  {
    id: 'loss.set-secret',
    category: 'destructive',
    why: 'Setting a new password for an existing account makes the old one stop working.',
    note: 'which makes the old password stop working',
    verbs: words('set update change replace'),
    head: ['password', 'passphrase', 'credential'],
    when: ({ verb, head }) => verb === 'update' || verb === 'replace' || head === 'password' || head === 'passphrase',
    unless: words('policy entry item setting rule vault record metadata description tag label expiry'),
    matches: ['set_user_password: Set a new password for an existing user'],
    misses: ['update_user', 'set_password_policy'],
  },
  {
    id: 'loss.close-account',
    category: 'destructive',
    why: 'An account that is closed for good cannot be opened again.',
    note: 'which ends something for good',
    verbs: words('close deactivate'),
    head: words('account tenant workspace organization'),
    when: ({ facts: { textWords } }) => textWords.has('permanently') || textWords.has('irreversible'),
    matches: ['close_account: Permanently close an account'],
    misses: ['close_account', 'close_issue: Permanently close an issue'],
  },
  {
    id: 'loss.release-address',
    category: 'destructive',
    why: 'An address or a number that is given up goes to whoever asks next.',
    note: 'which gives something up for good',
    verbs: words('release relinquish surrender'),
    head: words('ip ipv4 ipv6 address phone number domain eip elastic-ip'),
    near: words('ip ipv4 ipv6 address phone number domain eip elastic'),
    matches: ['release_ip', 'release_phone_number'],
    misses: ['release_lock', 'get_ip'],
  },
];
