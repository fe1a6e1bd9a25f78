// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors

// node participant.js {brokers} {user} {password} {commands topic} {events topic}
// Answers each command of the order flow with the event that says it went well. It knows the contract and no more:
// key = saga id, value = {"messageLabel", "messagePayload"}.
'use strict'

const { Kafka, logLevel } = require('kafkajs')

const [brokers, username, password, commands, events] = process.argv.slice(2)

const answers = {
  executePayment: 'paymentExecuted',
  prepareOrder: 'orderPrepared',
  shipOrder: 'orderShipped',
  deliverOrder: 'orderDelivered',
}

const kafka = new Kafka({
  clientId: 'participant',
  brokers: brokers.split(','),
  ssl: false,
  sasl: { mechanism: 'scram-sha-512', username, password },
  logLevel: logLevel.WARN,
})

async function main() {
  const producer = kafka.producer()
  const consumer = kafka.consumer({ groupId: 'participant' })
  await producer.connect()
  await consumer.connect()
  await consumer.subscribe({ topic: commands, fromBeginning: true })
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { messageLabel, messagePayload } = JSON.parse(message.value.toString())
      const answer = answers[messageLabel]
      const payload = { [answer + 'By']: 'kafkajs', seen: Object.keys(messagePayload).sort() }
      await producer.send({
        topic: events,
        messages: [
          {
            key: message.key,
            value: JSON.stringify({ messageLabel: answer, messagePayload: payload }),
          },
        ],
      })
      console.log(`${messageLabel} ${message.headers.commandId} -> ${answer}`)
    },
  })
}

main().catch((failure) => {
  console.error(failure)
  process.exit(1)
})
