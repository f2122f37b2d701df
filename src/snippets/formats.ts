/** Every format in which rules are offered, in the order of the switch on a page. A browser loads only the one chosen. */
import type { Snippet } from './snippet.ts';

export const formats: ReadonlyMap<string, () => Promise<Snippet>> = new Map([
  ['policy', async () => (await import('./catalog-yaml.ts')).catalogYaml],
  ['policy-json', async () => (await import('./catalog-json.ts')).catalogJson],
  ['claude-code', async () => (await import('./claude-code.ts')).claudeCode],
  ['codex', async () => (await import('./codex.ts')).codex],
  ['vscode', async () => (await import('./vscode.ts')).vscode],
  ['copilot-cli', async () => (await import('./copilot-cli.ts')).copilotCli],
  ['cursor-cli', async () => (await import('./cursor-cli.ts')).cursorCli],
  ['gemini-cli', async () => (await import('./gemini-cli.ts')).geminiCli],
  ['opencode', async () => (await import('./opencode.ts')).opencode],
  ['zed', async () => (await import('./zed.ts')).zed],
  ['policylayer', async () => (await import('./policylayer.ts')).policylayer],
  ['intercept', async () => (await import('./intercept.ts')).intercept],
  ['docker', async () => (await import('./docker.ts')).docker],
]);
