/** The people of the demonstration workspace, in the order of its story. */
const demoPeople = ['manager', 'contributor', 'reviewer', 'second.reviewer', 'second.manager', 'leader', 'admin'];

export interface Announcement {
  readonly address: string;
  readonly dataFolder: string;
  readonly logFolder: string;
  readonly demoPassword: string | undefined;
}

/** What `npm start` prints when all is up. */
export function announce({ address, dataFolder, logFolder, demoPassword }: Announcement): string {
  const people = demoPassword
    ? [`  Demo sign-ins, password ${demoPassword}`, ...demoPeople.map((name) => `    ${name}@uptake.example`)]
    : ['  To make an account: npm run -s uptake -- user create --email ADDRESS --name NAME'];
  return [
    '',
    `  Uptake      ${address}`,
    `  Data        ${dataFolder}`,
    `  Logs        ${logFolder}`,
    '',
    ...people,
    '',
    '  Ctrl-C stops it.',
    '',
  ].join('\n');
}
