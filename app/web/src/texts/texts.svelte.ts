// The pages' own words. Names of traits, states, reasons and regions come from the program.
import type { Language } from '../api/types';
import { en } from './en';
import { es } from './es';

export type TextKey = keyof typeof es;

const key = 'confronta.language';
class Speech {
  language = $state<Language>(localStorage.getItem(key) === 'en' ? 'en' : 'es');
}
export const speech = new Speech();

export function setLanguage(language: Language): void {
  speech.language = language;
  localStorage.setItem(key, language);
  document.documentElement.lang = language;
}

/** The text of a key with {0}, {1}, ... filled in. */
export function t(name: TextKey, ...values: (string | number)[]): string {
  const text: string = (speech.language === 'en' ? en : es)[name];
  return text.replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)] ?? ''));
}
