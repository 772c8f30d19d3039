// Edits a suggested mapping column by column. The suggestion is a template whose [aliases] say which
// of a source's headers stand for which of the template's headings; everything else stays as it is.

const aliasLine = /^"((?:[^"\\]|\\.)*)" = \[(.*)\]$/;
const quoted = /"((?:[^"\\]|\\.)*)"/g;

const unquote = (text: string): string => JSON.parse(`"${text}"`) as string;
const quote = (text: string): string => JSON.stringify(text);
const words = (list: string): string[] => [...list.matchAll(quoted)].map((found) => unquote(found[1] ?? ''));
const same = (a: string, b: string): boolean => a.trim().toLocaleUpperCase('es') === b.trim().toLocaleUpperCase('es');

/** The headings that the template's rules read, in its order. */
export function headings(text: string): string[] {
  const rules = text.slice(Math.max(0, text.indexOf('[[rule]]')));
  const read = [...rules.matchAll(/^columns? = (.*)$/gm)].flatMap((line) => words(line[1] ?? ''));
  const aliases = text.split('\n').flatMap((line) => aliasLine.exec(line)?.[1] ?? []).map(unquote);
  return [...new Set([...aliases, ...read])];
}

/** The heading that a column stands for, or "" for none. */
export function headingOf(text: string, column: string): string {
  for (const line of text.split('\n')) {
    const found = aliasLine.exec(line);
    if (found && words(found[2] ?? '').some((name) => same(name, column))) return unquote(found[1] ?? '');
  }
  return headings(text).find((heading) => same(heading, column)) ?? '';
}

/** The line of the headings that a file must have to be of this layout, after a column's change of meaning. */
function required(line: string, old: string, heading: string): string {
  const found = /^required = \[(.*)\]$/.exec(line);
  if (!found) return line;
  const kept = words(found[1] ?? '').filter((name) => name !== old && name !== heading);
  if (heading !== '') kept.push(heading);
  return kept.length ? `required = [${kept.map(quote).join(', ')}]` : line;
}

/** The text with the column standing for `heading`, and for nothing else ("" = for nothing). */
export function assign(text: string, column: string, heading: string): string {
  const old = headingOf(text, column);
  let done = heading === '' || same(heading, column);
  const lines = text.split('\n').map((line) => {
    const found = aliasLine.exec(line);
    if (!found) return required(line, old, heading);
    const names = words(found[2] ?? '').filter((name) => !same(name, column));
    if (!done && unquote(found[1] ?? '') === heading) {
      names.unshift(column);
      done = true;
    }
    return `"${found[1]}" = [${names.map(quote).join(', ')}]`;
  });
  if (!done) lines.splice(lines.indexOf('[aliases]') + 1, 0, `${quote(heading)} = [${quote(column)}]`);
  const edited = lines.join('\n');
  // A record is known by its folio as soon as there is one.
  return heading === 'FOLIO' ? edited.replace(/^(\[id\]\n)hash = .*$/m, '$1columns = "FOLIO"') : edited;
}
