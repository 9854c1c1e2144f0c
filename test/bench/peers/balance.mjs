/** The same job on every form page: number and code go to the API, what is owed comes back as a few lines. */
const money = ({ value, currency }) => `${value} ${currency}`;

/** @param {{clientNumber: string, authorizationCode: string}} proof  @returns {Promise<{total: string, lines: string[]}>} */
export async function lookUp(proof) {
  const count = new URLSearchParams(location.search).get('n') ?? 200;
  const response = await fetch(`/api/${count}/v1/balance-lookups`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(proof) });
  const { totalDue, invoices } = await response.json();
  return { total: `Дължите ${money(totalDue)}`, lines: invoices.map(({ period, dueDate, amount }) => `${period.from} – ${period.to}: ${money(amount)}, срок ${dueDate}`) };
}
