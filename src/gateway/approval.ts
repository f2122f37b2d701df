/** Asks the person at the client, by elicitation, whether one call may be made. */
import { isObject, type JsonObject } from './message.ts';

/** Longer arguments could hide what matters from the person who decides. */
const longestShown = 8_000;

export type Question = { ok: true; params: JsonObject } | { ok: false; reason: string };

/** The form of the revisions 2025-06-18 and later. `argumentsText` is what runs, as it was sent. */
export function approvalQuestion(server: string, tool: string, argumentsText: string): Question {
  const shown = visible(argumentsText);
  if (shown.length > longestShown) {
    return { ok: false, reason: 'It needs a person, and its arguments are too long to be shown to one in full.' };
  }
  return {
    ok: true,
    params: {
      message: `Run ${visible(JSON.stringify(tool))} of the server "${server}" once, with these arguments?\n\n${shown}`,
      requestedSchema: {
        type: 'object',
        properties: {
          approve: {
            type: 'boolean',
            title: 'Run it',
            description: 'Yes runs exactly this call, once.',
            default: false,
          },
        },
        required: ['approve'],
      },
    },
  };
}

/** Only a plain yes is a yes. */
export const isYes = (result: unknown): boolean =>
  isObject(result) &&
  result['action'] === 'accept' &&
  isObject(result['content']) &&
  result['content']['approve'] === true;

/** Whether a client's capabilities let it be asked with a form. */
export function canBeAsked(capabilities: unknown): boolean {
  const elicitation = isObject(capabilities) ? capabilities['elicitation'] : undefined;
  // Revisions before 2025-11-25 declare an empty object, and mean forms.
  return isObject(elicitation) && (Object.keys(elicitation).length === 0 || isObject(elicitation['form']));
}

/** Marks that steer or hide text are shown as escapes, and so are spaces other than the plain one. */
const visible = (text: string) =>
  text.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, (mark) =>
    [...mark].map((each) => `\\u{${(each.codePointAt(0) ?? 0).toString(16)}}`).join(''),
  );
