import { Hono } from 'hono';
import { html } from 'hono/html';
import { problemAnswer } from '../../../src/gateway/contract-answers.js';
import type { Payment } from '../../../src/gateway/contract.js';
import type { ReceivingSystem } from '../../../src/gateway/receiving-system.js';
import type { GatewayDatabase } from './database.js';

const BANK = 'Ngân hàng mẫu';

/**
 * Stands for the page of a bank, so that the way there and back can be tried: it says so, takes nothing, and tells
 * the receiving system "paid" when its button is pressed. It is opened by the address that the payment was given, which
 * nobody can guess.
 */
export function bankPage(path: string, database: GatewayDatabase, system: ReceivingSystem): Hono {
  const page = new Hono();
  const pageOf = (token: string) => `${path}/pay/${token}`;
  const find = (token: string) => {
    const id = database.paidAt(pageOf(token));
    const { status, body } = system.payment(id ?? '', BANK);
    return id !== undefined && status === 200 ? { id, payment: body as Payment } : undefined;
  };
  page.get('/:token', (context) => {
    const found = find(context.req.param('token'));
    if (!found) return problemAnswer('not-found');
    const { payment } = found;
    const paid = payment.state === 'paid';
    return context.html(
      html`<!doctype html>
        <html lang="vi">
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${BANK}</title>
          <h1>${BANK} – không có tiền thật</h1>
          <p>Mã hồ sơ: ${payment.order}</p>
          <p>Số tiền: ${new Intl.NumberFormat('vi-VN').format(payment.amount)} đồng</p>
          ${
            paid
              ? html`<p>Đã trả. Hãy quay lại trang nộp hồ sơ.</p>`
              : html`<form method="post" action="${pageOf(context.req.param('token'))}">
                  <button>Trả (thử)</button>
                </form>`
          }
        </html>`,
    );
  });
  page.post('/:token', (context) => {
    const found = find(context.req.param('token'));
    if (!found) return problemAnswer('not-found');
    system.confirmPayment(found.id, found.payment.amount, BANK);
    return context.redirect(context.req.url, 303);
  });
  return page;
}
