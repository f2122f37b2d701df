/** Agents that decide by themselves what to do, and calls to people. */
import { type ActRule, words } from '../rule.ts';

export const agentRules: readonly ActRule[] = [
  {
    id: 'run.agent',
    category: 'execute',
    why: 'An agent that is handed a task decides by itself what to do.',
    note: 'which hands a task to an agent',
    verbs: words('delegate handoff spawn orchestrate assign-agent instruct prompt'),
    when: ({ verb, object, context }) =>
      verb !== 'prompt' || [...object, ...context].some((word) => ['agent', 'assistant', 'subagent'].includes(word)),
    matches: ['delegate_task', 'spawn_agent'],
    misses: ['list_agents', 'assign_task'],
  },
  {
    id: 'run.hand-over',
    category: 'execute',
    why: 'An agent that is handed a task decides by itself what to do.',
    note: 'which hands a task to an agent',
    verbs: ['hand'],
    near: words('agent subagent assistant worker-agent crew swarm'),
    when: ({ heads }) => heads.some((head) => ['prompt', 'task', 'instruction', 'job', 'goal'].includes(head)),
    matches: ['ask_helper: Hand a prompt to the coding assistant'],
    misses: ['give_feedback', 'assign_task'],
  },
  {
    id: 'run.ask-agent',
    category: 'execute',
    why: 'An agent that is handed a task decides by itself what to do.',
    note: 'which hands a task to an agent',
    verbs: words('run ask send message start create launch chat'),
    near: ['agent', 'subagent', 'swarm', 'crew'],
    when: ({ verb, head, context, facts }) =>
      ['run', 'start', 'launch'].includes(verb) ||
      (['ask', 'message', 'chat', 'send'].includes(verb) &&
        !(facts.parameterNames.has('from') && facts.parameterNames.has('to')) &&
        (head === 'agent' ||
          (context.includes('agent') &&
            ['message', 'prompt', 'task', 'instruction', 'follow-up', 'turn'].includes(head)))),
    unless: words('name description setting email relay mailbox'),
    matches: ['run_agent', 'launch_subagent', 'send_message_to_agent'],
    misses: ['create_agent', 'list_agents'],
  },
  {
    id: 'run.call-person',
    category: 'execute',
    why: 'A call is live from the moment it starts.',
    note: 'which starts a live call',
    verbs: words('dial call make place start initiate join transfer create'),
    when: ({ verb, head, object, facts }) =>
      verb === 'dial' ||
      (verb === 'transfer' && head === 'call') ||
      (verb === 'join' && ['voice', 'call', 'meeting', 'huddle', 'conference'].some((word) => object.includes(word))) ||
      ((head === 'call' || object.includes('phone')) && ['make', 'place', 'start', 'initiate'].includes(verb)) ||
      (verb === 'create' &&
        head === 'call' &&
        (object.some((word) => liveCalls.has(word)) ||
          ['outbound', 'dial', 'phone', 'phonenumberid'].some(
            (word) => facts.textWords.has(word) || facts.parameterNames.has(word),
          ))) ||
      (verb === 'call' &&
        ['phone', 'number', 'to', 'recipient'].some(
          (word) => facts.parameterNames.has(word) || facts.parameterNames.has(`${word}number`),
        )),
    matches: ['make_call', 'dial_number', 'create_web_call'],
    misses: ['list_calls', 'log_call', 'create_call'],
  },
];

/** What is put before a call that rings, and not before the note of one. */
const liveCalls = new Set(words('voice web batch outbound sip webrtc'));
