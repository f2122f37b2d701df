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
    setUp: ({ home, work, model, servers, text }, file) => ({
      files: {
        // It reads what a project's file allows in folders alone that a person has trusted.
        [join(home, '.claude.json')]: JSON.stringify({ projects: { [work]: { hasTrustDialogAccepted: true } } }),
        [join(work, '.mcp.json')]: servers,
        [join(work, '.claude', 'settings.json')]: text || '{}',
      },
      command: file,
      args: ['-p', 'hello', '--strict-mcp-config', '--mcp-config', join(work, '.mcp.json'), '--output-format', 'json'],
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
    setUp: ({ home, model, servers, text }, file) => ({
      files: {
        [join(home, '.codex', 'config.toml')]: `model = "m"
model_provider = "fake"
[model_providers.fake]
name = "fake"
base_url = "${model}/v1"
wire_api = "responses"
${intoItsTable(text, servers)}`,
      },
      command: process.execPath,
      // It begins without a server that is slow to start, unless it is told to wait.
      args: [
        file,
        'exec',
        '-c',
        `${tableOf(servers)}.required=true`,
        '--strict-config',
        '--skip-git-repo-check',
        'hello',
      ],
    }),
  },
  {
    id: 'copilot-cli',
    otherwise: 'ask',
    package: '@github/copilot',
    file: `@github/copilot-${platform}/copilot`,
    setUp: ({ home, model, servers, text }, file) => ({
      files: { [join(home, '.copilot', 'mcp-config.json')]: servers },
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
    setUp: ({ home, work, model, servers, text }, file) => ({
      files: {
        [join(home, '.gemini', 'settings.json')]: JSON.stringify({
          security: { auth: { selectedType: 'gemini-api-key' }, folderTrust: { enabled: false } },
          privacy: { usageStatisticsEnabled: false },
          general: { enableAutoUpdate: false },
        }),
        [join(work, '.gemini', 'settings.json')]: servers,
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
    setUp: ({ work, model, servers, text }, file) => ({
      files: {
        [join(work, 'opencode.json')]: JSON.stringify({
          ...JSON.parse(servers),
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
        }),
      },
      command: file,
      args: ['run', '--format', 'json', 'hello'],
      env: { OPENCODE_DISABLE_AUTOUPDATE: '1', OPENCODE_DISABLE_MODELS_FETCH: '1', OPENCODE_DISABLE_LSP_DOWNLOAD: '1' },
    }),
  },
];

/** As the snippet's own comment has it: its lines go into the table that the server already has. */
function intoItsTable(text: string, servers: string): string {
  const head = `[${tableOf(servers)}]\n`;
  return text.includes(head) ? text.replace(head, servers) : `${servers}${text}`;
}

const tableOf = (servers: string) => /^\[(mcp_servers\.[^\]]+)\]$/m.exec(servers)?.[1] ?? '';
