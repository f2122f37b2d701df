/** The programs that npm has. Each is given the snippet where its page says that it goes. */
import { join } from 'node:path';
import { agentClient } from './agent-client.ts';
import type { Program } from './program.ts';

const platform = `${process.platform}-${process.arch}`;

/** Each is started with its own list of servers, and with nobody to ask. */
export const programs: readonly Program[] = [
  {
    id: 'claude-code',
    otherwise: 'ask',
    package: `@anthropic-ai/claude-code-${platform}`,
    file: `@anthropic-ai/claude-code-${platform}/claude`,
    setUp: ({ home, work, model, serverKey, server, text }, file) => ({
      files: {
        // It reads what a project's file allows in folders alone that a person has trusted.
        [join(home, '.claude.json')]: JSON.stringify({ projects: { [work]: { hasTrustDialogAccepted: true } } }),
        [join(home, 'mcp.json')]: JSON.stringify({ mcpServers: { [serverKey]: server } }),
        [join(work, '.claude', 'settings.json')]: text || '{}',
      },
      command: file,
      args: ['-p', 'hello', '--strict-mcp-config', '--mcp-config', join(home, 'mcp.json'), '--output-format', 'json'],
      env: {
        ANTHROPIC_BASE_URL: model,
        ANTHROPIC_API_KEY: 'none',
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
        ENABLE_TOOL_SEARCH: 'false',
      },
    }),
  },
  {
    id: 'codex',
    otherwise: 'ask',
    package: '@openai/codex',
    file: '@openai/codex/bin/codex.js',
    setUp: ({ home, model, serverKey, server, text }, file) => ({
      files: {
        [join(home, '.codex', 'config.toml')]: withServer(
          text,
          serverKey,
          `command = ${JSON.stringify(server.command)}\nargs = ${JSON.stringify(server.args)}\n`,
          `model = "m"\nmodel_provider = "fake"\n[model_providers.fake]\nname = "fake"\nbase_url = "${model}/v1"\nwire_api = "responses"\n`,
        ),
      },
      command: process.execPath,
      args: [file, 'exec', '--strict-config', '--skip-git-repo-check', 'hello'],
    }),
  },
  {
    id: 'copilot-cli',
    otherwise: 'ask',
    package: '@github/copilot',
    file: `@github/copilot-${platform}/copilot`,
    setUp: ({ home, model, serverKey, server, text }, file) => ({
      files: {
        [join(home, '.copilot', 'mcp-config.json')]: JSON.stringify({
          mcpServers: { [serverKey]: { type: 'local', ...server, tools: ['*'] } },
        }),
      },
      command: 'sh',
      // The snippet is a command line: a shell reads it as it stands.
      args: ['-c', `copilot() { "$COPILOT" -p hello --output-format json "$@"; }\n${text || 'copilot'}`],
      env: {
        COPILOT: file,
        COPILOT_OFFLINE: 'true',
        COPILOT_AUTO_UPDATE: 'false',
        COPILOT_PROVIDER_BASE_URL: `${model}/v1`,
        COPILOT_MODEL: 'm',
      },
    }),
    refusal: /due to the following rules/,
  },
  {
    id: 'gemini-cli',
    otherwise: 'ask',
    package: '@google/gemini-cli',
    file: '@google/gemini-cli/bundle/gemini.js',
    setUp: ({ home, model, serverKey, server, text }, file) => ({
      files: {
        [join(home, '.gemini', 'settings.json')]: JSON.stringify({
          security: { auth: { selectedType: 'gemini-api-key' }, folderTrust: { enabled: false } },
          privacy: { usageStatisticsEnabled: false },
          general: { enableAutoUpdate: false },
          mcpServers: { [serverKey]: server },
        }),
        ...(text && { [join(home, '.gemini', 'policies', 'tools.toml')]: text }),
      },
      command: process.execPath,
      // Without a person it hides what it would ask about: here it has one, who says no.
      args: [file, '--acp', '-m', 'gemini-2.5-pro'],
      env: { GEMINI_API_KEY: 'none', GOOGLE_GEMINI_BASE_URL: model, GEMINI_CLI_NO_RELAUNCH: 'true' },
      converse: agentClient,
    }),
  },
  {
    id: 'opencode',
    otherwise: 'allow',
    package: `opencode-${platform}`,
    file: `opencode-${platform}/bin/opencode`,
    setUp: ({ work, model, serverKey, server, text }, file) => ({
      files: {
        [join(work, 'opencode.json')]: JSON.stringify({
          ...JSON.parse(text || '{}'),
          provider: {
            fake: {
              npm: '@ai-sdk/openai-compatible',
              name: 'fake',
              options: { baseURL: `${model}/v1`, apiKey: 'none' },
              models: { m: { name: 'm', tool_call: true } },
            },
          },
          model: 'fake/m',
          small_model: 'fake/m',
          mcp: { [serverKey]: { type: 'local', command: [server.command, ...server.args] } },
        }),
      },
      command: file,
      args: ['run', '--format', 'json', 'hello'],
      env: { OPENCODE_DISABLE_AUTOUPDATE: '1', OPENCODE_DISABLE_MODELS_FETCH: '1', OPENCODE_DISABLE_LSP_DOWNLOAD: '1' },
    }),
  },
];

/** As the snippet's own comment has it: its lines go into the table that the server already has. */
function withServer(text: string, serverKey: string, lines: string, before: string): string {
  const table = new RegExp(`^\\[mcp_servers\\.("?)${serverKey}\\1\\]$`, 'm');
  const [head] = table.exec(text) ?? [];
  const own = `[mcp_servers.${JSON.stringify(serverKey)}]\n${lines}`;
  return head === undefined ? `${before}${own}${text}` : `${before}${text.replace(head, `${head}\n${lines}`)}`;
}
