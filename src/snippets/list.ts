/** Every format in which rules are offered, in the order of the switch on a page. */
import { catalogJson } from './catalog-json.ts';
import { catalogYaml } from './catalog-yaml.ts';
import { claudeCode } from './claude-code.ts';
import { codex } from './codex.ts';
import { copilotCli } from './copilot-cli.ts';
import { cursorCli } from './cursor-cli.ts';
import { docker } from './docker.ts';
import { geminiCli } from './gemini-cli.ts';
import { intercept } from './intercept.ts';
import { opencode } from './opencode.ts';
import { policylayer } from './policylayer.ts';
import type { Snippet } from './snippet.ts';
import { vscode } from './vscode.ts';
import { zed } from './zed.ts';

export const snippets: readonly Snippet[] = [
  catalogYaml,
  catalogJson,
  claudeCode,
  codex,
  vscode,
  copilotCli,
  cursorCli,
  geminiCli,
  opencode,
  zed,
  policylayer,
  intercept,
  docker,
];
