/** Hands events to the customer's calendar, as a file made on the device. */
import { calendarFile, type CalendarEvent, type CalendarZone } from '../model/calendar-file.js';

export function saveCalendar(event: CalendarEvent, fileName: string, now: Date, zone?: CalendarZone): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([calendarFile([event], now, zone)], { type: 'text/calendar' }));
  link.download = `${fileName}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
