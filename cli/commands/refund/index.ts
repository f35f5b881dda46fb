import { addVerbs } from '../../define/command.ts'
import list from './list.ts'
import show from './show.ts'
import create from './create.ts'
import requests from './requests.ts'
import request from './request.ts'
import approve from './approve.ts'
import reject from './reject.ts'
import retry from './retry.ts'
import payment from './payment.ts'
import type { Command } from 'commander'
import type { Context } from '../../context.ts'

export default function refund(noun: Command, context: Context): void {
  addVerbs(noun, context, [list, show, create, requests, request, approve, reject, retry, payment])
}
