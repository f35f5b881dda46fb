import { defineWrite } from '../../define/write.ts'
import { moneyText } from '../../output/values.ts'
import { PATH, PERMISSION } from './shared.ts'
import type { Row } from '../../output/columns.ts'
import type { Money } from '../../output/values.ts'

export default defineWrite({
  name: 'approve',
  summary: 'let money go out; large amounts need two people, and never the one who asked',
  permission: PERMISSION,
  method: 'PUT',
  path: PATH,
  noun: 'withdrawal',
  level: 3,
  reason: 'required',
  body: () => ({ action: 'approve' }),
  stake: {
    path: PATH,
    amount: (_, withdrawal) => withdrawal.amount as Money,
    question: (_, { amount, partner, destination, approvals, approvalsNeeded }) => {
      const [to, account] = [partner as Row, destination as Row]
      const given = (approvals as unknown[]).length
      return `Pay ${moneyText(amount as Money)} to ${to.businessName}, account ${account.accountNumber}. ${given} of ${approvalsNeeded} approvals so far`
    },
  },
  outcome: 'approved',
  label: 'status',
  receipt: { next: 'souk withdrawal show :id' },
  examples: [
    { what: 'one', line: 'souk withdrawal approve wdr_01jd3x --reason "as every month"' },
    {
      what: 'in a script',
      line: 'souk withdrawal approve wdr_01jd3x --reason "checked" --confirm wdr_01jd3x --json',
    },
  ],
})
