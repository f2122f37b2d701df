/** For hosts whose functions send nothing by themselves: an answer with the headers of its address. */
import { contactPath } from '../contact/handler.ts';
import { headersOf } from './headers.ts';

export function withHeaders(response: Response, turnstile: boolean): Response {
  for (const [name, value] of Object.entries(headersOf(`/${contactPath}`, turnstile)))
    response.headers.set(name, value);
  return response;
}
