/**
 * A model that calls every tool it is told to and then says "done", in the four languages that the programs speak. It
 * answers on this machine alone.
 */
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A tool as a program shows it to the model: `name` in the program's words, `tool` in the server's. */
export type Shown = { tool: string; name: string; namespace?: string };

export type FakeModel = {
  /** Without a path. */
  url: string;
  /** The tools of the test's server that the program showed last. */
  shown: () => readonly Shown[];
  /** What the program answered to each call, by the position of the call. */
  results: () => ReadonlyMap<number, string>;
  close: () => void;
};

// biome-ignore lint/suspicious/noExplicitAny: each program sends what it likes
type Body = any;
type Call = { at: number } & Shown;
type Dialect = {
  path: RegExp;
  /** Every function that the program offers. */
  offered: (body: Body) => { name: string; description: string; namespace?: string }[];
  results: (body: Body) => [at: number, text: string][];
  answer: (response: ServerResponse, calls: readonly Call[], body: Body) => void;
};

export async function startFakeModel(calls: readonly Shown[]): Promise<FakeModel> {
  let shown: readonly Shown[] = [];
  let results = new Map<number, string>();
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const dialect = dialects.find(({ path }) => path.test(request.url ?? ''));
    if (!dialect) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"object":"list","data":[],"models":[]}');
      return;
    }
    const body: Body = JSON.parse(text);
    const offered = dialect.offered(body).flatMap(({ description = '', ...each }) => {
      const [, tool] = /^The tool ("(?:[^"\\]|\\.)*")\./.exec(description) ?? [];
      return tool === undefined ? [] : [{ ...each, tool: JSON.parse(tool) as string }];
    });
    const answered = dialect.results(body);
    // Programs also ask for titles and summaries, and offer no tools then.
    if (offered.length > 0 && answered.length === 0) shown = offered;
    if (answered.length > 0) results = new Map(answered);
    const isFirst = answered.length === 0 && dialect.offered(body).length > 0;
    // A program may name a tool by what else there is, so what it shows now goes before what it showed once.
    const now = new Map(offered.map((each) => [each.tool, each]));
    dialect.answer(response, isFirst ? calls.map((call, at) => ({ ...(now.get(call.tool) ?? call), at })) : [], body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shown: () => shown,
    results: () => results,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const idOf = ({ at }: Call) => `call_${at}`;
const positionOf = (id: unknown) => Number(/^call_(\d+)$/.exec(String(id))?.[1] ?? -1);
const textOf = (content: unknown) => (typeof content === 'string' ? content : JSON.stringify(content));

function stream(response: ServerResponse): (data: object | string, event?: string) => void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  return (data, event) =>
    response.write(
      `${event ? `event: ${event}\n` : ''}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`,
    );
}

const responses: Dialect = {
  path: /\/responses$/,
  offered: ({ tools = [] }) =>
    tools.flatMap(({ name, description, tools: inner }: Body) =>
      inner ? inner.map((each: Body) => ({ ...each, namespace: name })) : [{ name, description }],
    ),
  results: ({ input = [] }) =>
    input
      .filter(({ type }: Body) => type === 'function_call_output')
      .map(({ call_id, output }: Body) => [positionOf(call_id), textOf(output)]),
  answer(response, calls) {
    const send = stream(response);
    const event = (type: string, more: object) => send({ type, ...more }, type);
    event('response.created', { response: { id: 'r' } });
    const done = { type: 'message', role: 'assistant', id: 'm', content: [{ type: 'output_text', text: 'done' }] };
    const items = calls.map((call) => ({
      type: 'function_call',
      id: `f${call.at}`,
      call_id: idOf(call),
      name: call.name,
      ...(call.namespace === undefined ? {} : { namespace: call.namespace }),
      arguments: '{}',
    }));
    for (const item of items.length > 0 ? items : [done]) event('response.output_item.done', { item });
    const usage = { input_tokens: 1, output_tokens: 1, total_tokens: 2 };
    event('response.completed', { response: { id: 'r', usage } });
    response.end();
  },
};

const completions: Dialect = {
  path: /\/chat\/completions$/,
  offered: ({ tools = [] }) => tools.map((tool: Body) => tool.function),
  results: ({ messages = [] }) =>
    messages
      .filter(({ role }: Body) => role === 'tool')
      .map(({ tool_call_id, content }: Body) => [positionOf(tool_call_id), textOf(content)]),
  answer(response, calls) {
    const send = stream(response);
    const chunk = (delta: object, finish_reason: string | null = null) =>
      send({
        id: 'x',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'm',
        choices: [{ index: 0, delta, finish_reason }],
      });
    const tool_calls = calls.map((call) => ({
      index: call.at,
      id: idOf(call),
      type: 'function',
      function: { name: call.name, arguments: '{}' },
    }));
    chunk(calls.length > 0 ? { role: 'assistant', tool_calls } : { role: 'assistant', content: 'done' });
    chunk({}, calls.length > 0 ? 'tool_calls' : 'stop');
    send('[DONE]');
    response.end();
  },
};

const messages: Dialect = {
  path: /\/v1\/messages(?:\?|$)/,
  offered: ({ tools = [] }) => tools,
  results: ({ messages: all = [] }) =>
    all
      .flatMap(({ content }: Body) => (Array.isArray(content) ? content : []))
      .filter(({ type }: Body) => type === 'tool_result')
      .map(({ tool_use_id, content }: Body) => [positionOf(tool_use_id), textOf(content)]),
  answer(response, calls, body) {
    const blocks =
      calls.length > 0
        ? calls.map((call) => ({ type: 'tool_use', id: idOf(call), name: call.name, input: {} }))
        : [{ type: 'text', text: 'done' }];
    const stop = { stop_reason: calls.length > 0 ? 'tool_use' : 'end_turn', stop_sequence: null };
    const message = {
      id: 'm',
      type: 'message',
      role: 'assistant',
      model: body.model,
      usage: { input_tokens: 1, output_tokens: 1 },
    };
    if (!body.stream) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ...message, ...stop, content: blocks }));
      return;
    }
    const send = stream(response);
    const event = (type: string, more: object = {}) => send({ type, ...more }, type);
    event('message_start', { message: { ...message, content: [], stop_reason: null, stop_sequence: null } });
    for (const [index, block] of blocks.entries()) {
      const isText = 'text' in block;
      event('content_block_start', { index, content_block: isText ? { type: 'text', text: '' } : block });
      const delta = isText ? { type: 'text_delta', text: 'done' } : { type: 'input_json_delta', partial_json: '{}' };
      event('content_block_delta', { index, delta });
      event('content_block_stop', { index });
    }
    event('message_delta', { delta: stop, usage: { output_tokens: 1 } });
    event('message_stop');
    response.end();
  },
};

const generateContent: Dialect = {
  path: /:(?:streamG|g)enerateContent/,
  offered: ({ tools = [] }) => tools.flatMap(({ functionDeclarations = [] }: Body) => functionDeclarations),
  results: ({ contents = [] }) =>
    contents
      .flatMap(({ parts = [] }: Body) => parts)
      .filter(({ functionResponse }: Body) => functionResponse)
      .map(({ functionResponse: { id, response } }: Body) => [positionOf(id), textOf(response)]),
  answer(response, calls) {
    const parts =
      calls.length > 0
        ? calls.map((call) => ({ functionCall: { id: idOf(call), name: call.name, args: {} } }))
        : [{ text: 'done' }];
    const candidates = [{ index: 0, content: { role: 'model', parts }, finishReason: 'STOP' }];
    const usageMetadata = { promptTokenCount: 1, candidatesTokenCount: 1, totalTokenCount: 2 };
    stream(response)({ candidates, usageMetadata });
    response.end();
  },
};

const dialects: readonly Dialect[] = [responses, completions, messages, generateContent];
