import { closeMailer } from '#core/mail/mailer'

/** Closes what requests and jobs have opened. */
export default class HttpProvider {
  shutdown() {
    closeMailer()
  }
}
