/** Hands events to the customer's calendar, as a file made on the device. */
import { calendarFile, type CalendarEvent } from '../model/calendar-file.js';

export function saveCalendar(event: CalendarEvent, fileName: string, now: Date): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([calendarFile([event], now)], { type: 'text/calendar' }));
  link.download = `${fileName}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
