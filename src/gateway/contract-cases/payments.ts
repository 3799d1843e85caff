import type { Payment } from '../contract.js';
import { ask, demand, demandProblem, demandStatus, putNew, type ContractCase } from './ask.js';

type Target = Parameters<typeof ask>[0];

const payment = (target: Target, method: string, id: string, body?: string) =>
  ask(target, method, `/submissions/${id}/payment`, {
    body,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' } }),
  });

export const PAYMENT_CASES: readonly ContractCase[] = [
  {
    name: 'nothing is to be paid, and nothing to be asked for, before a submission was received',
    async run(target) {
      demandProblem(await payment(target, 'POST', target.newId()), 'not-found');
      demandProblem(await payment(target, 'GET', target.newId()), 'not-found');
      return 'kept';
    },
  },
  {
    name: 'a payment is opened once, with the amount of the receipt, and told as it stands',
    async run(target) {
      const [id, { fee }] = await putNew(target);
      if (!fee || fee.total === 0) return 'not-tried';
      demandProblem(await payment(target, 'GET', id), 'not-found');
      const opened = await payment(target, 'POST', id);
      demandStatus(opened, 201);
      const first = opened.json as Payment;
      demand(first.amount === fee.total, `the amount is ${String(first.amount)}`);
      demand(first.order !== '', 'no order');
      demand(first.redirect !== undefined || first.transfer !== undefined, 'no way to pay');
      const again = await payment(target, 'POST', id);
      demandStatus(again, 200);
      const asked = await payment(target, 'GET', id);
      demandStatus(asked, 200);
      for (const { json } of [again, asked]) {
        const { order, amount } = json as Payment;
        demand(order === first.order && amount === first.amount, 'another payment');
      }
      return 'kept';
    },
  },
  {
    name: 'ten at once open one payment',
    async run(target) {
      const [id, { fee }] = await putNew(target);
      if (!fee || fee.total === 0) return 'not-tried';
      const opened = await Promise.all([...Array(10).keys()].map(() => payment(target, 'POST', id)));
      const orders = opened.map(({ json }) => (json as Payment).order);
      demand(new Set(orders).size === 1, `orders: ${orders.join(', ')}`);
      const made = opened.filter(({ response }) => response.status === 201).length;
      demand(made === 1, `${String(made)} were opened`);
      return 'kept';
    },
  },
  {
    name: 'the amount, the state and the payee are nobody’s but the system’s',
    async run(target) {
      const [id, { fee }] = await putNew(target);
      if (!fee || fee.total === 0) return 'not-tried';
      const wish = { amount: 1, state: 'paid', order: 'x', transfer: { account: '1' }, redirect: '//evil' };
      const { json } = await payment(target, 'POST', id, JSON.stringify(wish));
      const { amount, state, order, transfer, redirect } = json as Payment;
      demand(amount === fee.total && order !== 'x', 'the amount or the order was taken over');
      demand(state !== 'paid', 'paid because somebody said so');
      demand(transfer?.account !== '1' && redirect !== '//evil', 'the payee was taken over');
      return 'kept';
    },
  },
  {
    name: 'where nothing is to be paid, nothing is opened',
    async run(target) {
      if (!target.free) return 'not-tried';
      const [id] = await putNew(target, target.free);
      demandProblem(await payment(target, 'POST', id), 'nothing-to-pay');
      demandProblem(await payment(target, 'GET', id), 'not-found');
      return 'kept';
    },
  },
];
