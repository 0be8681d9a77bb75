export { addWorkingDays, isWorkingDay, type WorkingCalendar, workingDaysBetween } from './working-calendar.js';
