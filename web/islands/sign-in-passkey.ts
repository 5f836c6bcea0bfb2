import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { askForOptions, sayProblem, sendAnswer } from './passkey-form.ts';

/** The form that signs in by a passkey: shown where the browser can. */
export function signInPasskey(element: HTMLElement): void {
  const form = element.querySelector('form');
  if (!form || !browserSupportsWebAuthn()) return;
  element.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    askForOptions<Parameters<typeof startAuthentication>[0]['optionsJSON']>(form, 'passkey-ask')
      .then((optionsJSON) => startAuthentication({ optionsJSON }))
      .then((answer) => sendAnswer(form, answer))
      .catch(() => sayProblem(element, form));
  });
}
