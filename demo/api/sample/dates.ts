/** Calendar days of Bulgaria, for dating sample data. */

/** The day in Bulgaria at an instant, `YYYY-MM-DD`. */
export function sofiaDate(instant: Date): string {
  // The Swedish locale writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(instant);
}

/** The day that many days after a day; before it, if negative. */
export function dayAfter(date: string, days: number): string {
  const instant = new Date(`${date}T00:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}
