/*
 * What the books refuse, whoever asks: entries are never changed or deleted, a posted transaction is
 * frozen and balanced, an entry has its account's currency.
 */

import { triggersOf, type TriggerRule } from '#database/triggers/rules'

const RULES: TriggerRule[] = [
  {
    name: 'ledger_entries_stay',
    on: 'BEFORE UPDATE ON ledger_entries',
    when: '1 = 1',
    message: 'ledger entries are never changed',
  },
  {
    name: 'ledger_entries_last',
    on: 'BEFORE DELETE ON ledger_entries',
    when: '1 = 1',
    message: 'ledger entries are never deleted',
  },
  {
    name: 'ledger_entries_join_open',
    on: 'BEFORE INSERT ON ledger_entries',
    when: `NOT EXISTS (SELECT 1 FROM ledger_transactions t
             JOIN ledger_accounts a ON a.id = NEW.account_id AND a.currency = t.currency
             WHERE t.id = NEW.transaction_id AND t.status = 'open')`,
    message: 'an entry needs an open transaction and an account in its currency',
  },
  {
    name: 'ledger_transactions_balance',
    on: 'BEFORE UPDATE ON ledger_transactions',
    when: `OLD.status = 'posted' OR NEW.status <> 'posted' OR NEW.currency <> OLD.currency OR
           (SELECT COUNT(*) < 2 OR SUM(amount) <> 0 FROM ledger_entries e
             WHERE e.transaction_id = NEW.id)`,
    message: 'a transaction is posted once, balanced, and never changed',
  },
  {
    name: 'ledger_transactions_last',
    on: 'BEFORE DELETE ON ledger_transactions',
    when: '1 = 1',
    message: 'ledger transactions are never deleted',
  },
  {
    name: 'ledger_accounts_last',
    on: 'BEFORE DELETE ON ledger_accounts',
    when: '1 = 1',
    message: 'ledger accounts are never deleted',
  },
]

export const LEDGER_TRIGGERS = triggersOf(RULES)
