/** Exact, whatever the number of places: amounts are decimal text and never become floating point. */
function decimal(text: unknown): { digits: bigint; places: number } | null {
  const found = typeof text === 'string' ? /^(-?)(\d{1,30})(?:\.(\d{1,12}))?$/.exec(text) : null;
  if (!found) return null;
  const [, sign = '', whole = '', part = ''] = found;
  return { digits: BigInt(`${sign}${whole}${part}`), places: part.length };
}

/** -1, 0 or 1; null where one of them is no amount, or is of another currency. */
function compared(money: unknown, amount: string, currency: string): number | null {
  const of = asMoney(money);
  if (of === null || of.currency !== currency) return null;
  const [one, other] = [decimal(of.amount), decimal(amount)];
  if (!one || !other) return null;
  const places = Math.max(one.places, other.places);
  const scaled = ({ digits, places: own }: { digits: bigint; places: number }) => digits * 10n ** BigInt(places - own);
  const difference = scaled(one) - scaled(other);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function asMoney(value: unknown): { amount: unknown; currency: unknown } | null {
  if (typeof value !== 'object' || value === null || !('amount' in value) || !('currency' in value)) return null;
  return { amount: value.amount, currency: value.currency };
}

/** Whether `{ amount: "1250000.00", currency: "USD" }` is more than the amount in that currency; of another currency it never is. */
export const isMoneyAbove = (money: unknown, amount: string, currency: string): boolean =>
  (compared(money, amount, currency) ?? -1) > 0;

/** As `isMoneyAbove`, the amount itself included. */
export const isMoneyAtLeast = (money: unknown, amount: string, currency: string): boolean =>
  (compared(money, amount, currency) ?? -1) >= 0;

export const isAmount = (text: string): boolean => decimal(text) !== null;
