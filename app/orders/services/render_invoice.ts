/*
 * An invoice as a PDF, from stored figures alone: nothing is computed here, so it can never say
 * anything else than the order.
 */
import PDFDocument from 'pdfkit'
import { formatMoney, money } from '#core/support/money'
import type { PartWithLines, OrderWithParts } from '#orders/queries/get_order'
import type { LineRow, OrderRow } from '#orders/queries/order_parts'
import { printable } from '#orders/services/printable'
import { addressOf } from '#orders/transformers/order_transformer'

export interface InvoiceFacts extends OrderWithParts {
  number: string
  /** epoch ms */
  issuedAt: number
  client: { name: string; email: string | null }
}

const MARGIN = 50
/** left edge and width of the columns, in points */
const COLUMNS = {
  title: { x: MARGIN, width: 215 },
  quantity: { x: 268, width: 32 },
  goods: { x: 303, width: 82 },
  discount: { x: 387, width: 76 },
  tax: { x: 465, width: 80 },
}
const RIGHT = COLUMNS.tax.x + COLUMNS.tax.width
const BOTTOM = 780

type Pdf = InstanceType<typeof PDFDocument>

/** @returns the bytes of the PDF */
export async function renderInvoice(facts: InvoiceFacts): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    info: { Title: `Invoice ${facts.number}`, CreationDate: new Date(facts.issuedAt) },
  })
  const chunks: Buffer[] = []
  const ended = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  drawHead(pdf, facts)
  for (const part of facts.parts) drawPart(pdf, part)
  drawTotals(pdf, facts.order)
  pdf.end()
  return ended
}

function drawHead(pdf: Pdf, { number, issuedAt, order, client }: InvoiceFacts) {
  pdf.font('Helvetica-Bold').fontSize(20).text('Souk')
  pdf.fontSize(14).text(`Invoice ${number}`).moveDown(0.5)
  pdf.font('Helvetica').fontSize(10)
  pdf.text(`Date: ${new Date(issuedAt).toISOString().slice(0, 10)}`)
  pdf.text(`Order: ${order.number}`)
  if (order.paid_at) pdf.text(`Paid: ${new Date(Number(order.paid_at)).toISOString().slice(0, 10)}`)
  pdf.moveDown()
  const address = addressOf(order)
  const to = address
    ? [
        address.recipient,
        address.line1,
        address.line2,
        `${address.postalCode ?? ''} ${address.city}`,
        address.state,
        address.country,
      ]
    : [client.name, client.email]
  for (const line of to) if (line) pdf.text(printable(line, 120))
  pdf.moveDown()
}

function drawPart(pdf: Pdf, { part, lines }: PartWithLines) {
  roomFor(pdf, 60)
  pdf.font('Helvetica-Bold').fontSize(10)
  pdf.text(`Sold by ${printable(part.partner_name, 100)}`, MARGIN).moveDown(0.3)
  drawRow(pdf, { title: '', quantity: 'Qty', goods: 'Goods', discount: 'Discount', tax: 'Tax' })
  pdf.font('Helvetica')
  for (const line of lines) drawRow(pdf, cellsOf(line, part.currency))
  const say = (amount: number) => formatMoney(money(amount, part.currency))
  if (Number(part.shipping_amount) > 0)
    drawRow(pdf, { title: 'Shipping', goods: say(part.shipping_amount) })
  pdf.font('Helvetica-Bold')
  drawRow(pdf, { title: 'Together', tax: say(part.total_amount) })
  pdf.moveDown()
}

function cellsOf(line: LineRow, currency: string): Row {
  const say = (amount: number) => formatMoney(money(amount, currency))
  return {
    title: printable(line.title, 200),
    quantity: String(line.quantity),
    goods: say(line.goods_amount),
    discount: say(0 - Number(line.discount_amount)),
    tax: say(line.tax_amount),
  }
}

function drawTotals(pdf: Pdf, order: OrderRow) {
  roomFor(pdf, 110)
  const say = (amount: number) => formatMoney(money(amount, order.currency))
  const totals: [string, string][] = [
    ['Goods', say(order.goods_amount)],
    ['Discount', say(0 - Number(order.discount_amount))],
    ['Shipping', say(order.shipping_amount)],
    ['Tax', say(order.tax_amount)],
    ['Total', say(order.total_amount)],
  ]
  pdf.moveTo(MARGIN, pdf.y).lineTo(RIGHT, pdf.y).stroke().moveDown(0.5)
  for (const [name, said] of totals) {
    pdf.font(name === 'Total' ? 'Helvetica-Bold' : 'Helvetica')
    drawRow(pdf, { title: name, tax: said })
  }
}

type Row = Partial<Record<keyof typeof COLUMNS, string>>

/** A row is as high as its highest cell; long words are broken anywhere. */
function drawRow(pdf: Pdf, row: Row) {
  const cells = Object.entries(row) as [keyof typeof COLUMNS, string][]
  const heights = cells.map(([name, text]) =>
    pdf.heightOfString(text || ' ', { width: COLUMNS[name].width })
  )
  const height = Math.max(...heights)
  roomFor(pdf, height)
  const top = pdf.y
  for (const [name, text] of cells)
    pdf.text(text, COLUMNS[name].x, top, {
      width: COLUMNS[name].width,
      align: name === 'title' ? 'left' : 'right',
    })
  pdf.x = MARGIN
  pdf.y = top + height + 2
}

function roomFor(pdf: Pdf, height: number) {
  if (pdf.y + height > BOTTOM) pdf.addPage()
}
