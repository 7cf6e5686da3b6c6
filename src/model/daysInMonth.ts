/** How many days a month of the Gregorian calendar has; months are counted from 1. */
export function daysInMonth(year: number, month: number): number {
  // Years below 100 mean 19xx to Date.UTC; 400 years later the calendar is the same.
  return new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
}
