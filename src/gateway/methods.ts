/** What a client may ask of a server, by the revisions from 2024-11-05 to 2026-07-28. Anything else is refused. */

const requests = new Set([
  ...['initialize', 'ping', 'server/discover', 'logging/setLevel', 'completion/complete', 'subscriptions/listen'],
  ...['tools/list', 'tools/call', 'prompts/list', 'prompts/get'],
  ...['resources/list', 'resources/read', 'resources/templates/list', 'resources/subscribe', 'resources/unsubscribe'],
  ...['tasks/get', 'tasks/result', 'tasks/list', 'tasks/cancel', 'tasks/update'],
]);

const notifications = new Set([
  'notifications/initialized',
  'notifications/cancelled',
  'notifications/progress',
  'notifications/roots/list_changed',
  'notifications/tasks/status',
  'notifications/elicitation/complete',
]);

/** Before the handshake of the older revisions, and in the newest, which has none. */
const beforeHandshake = new Set(['initialize', 'ping', 'server/discover']);

export const isKnownRequest = (method: string) => requests.has(method);
export const isKnownNotification = (method: string) => notifications.has(method);
export const needsHandshake = (method: string) => !beforeHandshake.has(method);
