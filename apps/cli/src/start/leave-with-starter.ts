// Loaded into the processes that `npm start` runs, before their own code. They close what they have open when the
// channel to the starter breaks; this sees to it that they are gone in the end, even where closing hangs.
const patienceMs = 20_000;

process.once('disconnect', () => setTimeout(() => process.exit(1), patienceMs).unref());
