/** The list and its filter as a web team writes them beside a map; `most` rows at a time. */
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const row = ({ name, address, phone }) => `<li><b>${escape(name.bg)}</b><span>${escape(address.street)}, ${escape(address.place)}</span><a href="tel:${escape(phone)}">${escape(phone)}</a></li>`;

export async function loadCenters() {
  const response = await fetch(`/api/${new URLSearchParams(location.search).get('n') ?? 200}/v1/centers`);
  return (await response.json()).centers;
}

/** @param {(shown: object[]) => void} onFilter  @param {number} most */
export function showList(centers, onFilter, most = Infinity) {
  const keyOf = ({ name, address }) => `${name.bg} ${address.street} ${address.place}`;
  showRows(centers, { row, keyOf, countText: (count) => `${count} центъра`, onFilter, most });
}

/** Any list with a filter over it. */
export function showRows(items, { row, keyOf, countText, onFilter, most }) {
  const [list, answer, input] = ['ul', '.answer', 'input'].map((selector) => document.querySelector(selector));
  const keys = items.map((item) => keyOf(item).toLowerCase());
  const paint = (shown) => {
    list.innerHTML = shown.slice(0, most).map(row).join('');
    answer.textContent = countText(shown.length);
  };
  input.addEventListener('input', () => {
    const typed = input.value.trim().toLowerCase();
    const shown = items.filter((_, index) => keys[index].includes(typed));
    paint(shown);
    onFilter(shown);
  });
  paint(items);
}
