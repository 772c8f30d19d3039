// Where the user is: the fragment of the address, "#/pair/KEY?tab=x". One server path serves all.

export interface Route {
  page: string;
  id: string;
  query: URLSearchParams;
}

function read(): Route {
  const [path = '', search = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const [page = '', ...rest] = path.split('/');
  let id = rest.join('/');
  try {
    id = decodeURIComponent(id);
  } catch {
    id = ''; // a damaged address names nothing
  }
  return { page, id, query: new URLSearchParams(search) };
}

class Place {
  route = $state.raw<Route>(read());
  constructor() {
    window.addEventListener('hashchange', () => (this.route = read()));
  }
}

export const place = new Place();

export function link(page: string, id?: string | number, values?: Record<string, string>): string {
  const wanted = Object.entries(values ?? {}).filter(([, value]) => value !== '');
  const search = wanted.length ? '?' + new URLSearchParams(wanted).toString() : '';
  return '#/' + page + (id === undefined ? '' : '/' + encodeURIComponent(String(id))) + search;
}

export function go(address: string): void {
  location.hash = address;
}

/** Changes the address without a new entry in the history (filters while typing). */
export function replaceAddress(address: string): void {
  history.replaceState(null, '', address);
  place.route = read();
}
