import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import { askForOptions, sayProblem, sendAnswer } from './passkey-form.ts';

/** The form that adds a passkey: shown where the browser can make one. */
export function addPasskey(element: HTMLElement): void {
  const form = element.querySelector('form');
  if (!form || !browserSupportsWebAuthn()) return;
  element.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    askForOptions<Parameters<typeof startRegistration>[0]['optionsJSON']>(form, 'passkey-offer')
      .then((optionsJSON) => startRegistration({ optionsJSON }))
      .then((answer) => sendAnswer(form, answer))
      .catch(() => sayProblem(element, form));
  });
}
