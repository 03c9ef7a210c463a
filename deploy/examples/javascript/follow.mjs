// Reads what an ICS announces, from the beginning, and goes on: a line of JSON for each event.
//
//   node follow.mjs PROPERTIES [--once] [TOPIC…]
//
// PROPERTIES is the file that the ICS's administrator hands out. Without a TOPIC it reads every topic of states that it may
// see; with --once it ends when it has them whole. Exit code 1: Kafka refuses the credential or a topic; 2: no such use.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import kafkajs from 'kafkajs'
import lz4 from 'lz4-napi'

const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs

// Events are compressed with LZ4, which kafkajs leaves to others.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: (encoder) => lz4.compressFrame(encoder.buffer),
  decompress: (buffer) => lz4.decompressFrame(buffer)
})

const words = process.argv.slice(2)
const once = words.includes('--once')
const [file, ...wanted] = words.filter((word) => word !== '--once')
if (!file) {
  console.error('Usage: node follow.mjs PROPERTIES [--once] [TOPIC...]')
  process.exit(2)
}

const settings = properties(readFileSync(file, 'utf8'))
const credential = {
  username: /username="([^"]*)"/.exec(settings['sasl.jaas.config'])[1],
  password: /password="([^"]*)"/.exec(settings['sasl.jaas.config'])[1]
}
const kafka = new Kafka({
  brokers: settings['bootstrap.servers'].split(','),
  ssl: settings['security.protocol'] === 'SASL_SSL',
  sasl: { mechanism: 'scram-sha-512', ...credential },
  logLevel: logLevel.NOTHING
})

// A group of its own at each start, for it keeps nothing: kafkajs reads in groups only. Their names begin as agreed.
const groupId = `${settings['group.id'] ?? `${credential.username}.follow`}.${randomUUID()}`
const consumer = kafka.consumer({ groupId })

// The ids of the events that were taken in. Whoever keeps a copy keeps them with it, written in one transaction.
const had = new Set()

try {
  await follow()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

async function follow() {
  const admin = kafka.admin()
  await admin.connect()
  const topics = wanted.length ? wanted : await states(admin)
  // What stands there now is the whole; what comes later is news.
  const ends = new Map()
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      if (BigInt(low) < BigInt(high)) {
        ends.set(`${topic}/${partition}`, BigInt(high))
      }
    }
  }
  await admin.disconnect()
  const end = async () => {
    console.error(`whole: ${had.size} events of ${topics}`)
    if (once) {
      await consumer.disconnect()
    }
  }
  if (ends.size === 0) {
    await end()
    if (once) {
      return
    }
  }

  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) {
      console.error(payload.error.message)
      process.exit(1)
    }
  })
  await consumer.connect()
  await consumer.subscribe({ topics, fromBeginning: true })
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch, heartbeat }) => {
      // Events of one aggregate are in one partition, in their order: one after another they stay in it.
      for (const message of batch.messages) {
        take(batch, message)
      }
      await heartbeat()
      const place = `${batch.topic}/${batch.partition}`
      if (ends.has(place) && BigInt(batch.lastOffset()) + 1n >= ends.get(place)) {
        ends.delete(place)
        if (ends.size === 0) {
          // Not from within: it waits for this batch.
          setImmediate(end)
        }
      }
    }
  })
}

// Kafka names the topics that the credential may read and no others.
async function states(admin) {
  const seen = await admin.listTopics()
  return seen.filter((topic) => topic.startsWith('ics.') && topic.endsWith('-state.v1')).sort()
}

function take({ topic, partition }, message) {
  const key = message.key?.toString()
  const value = message.value?.toString()
  const attributes = Object.fromEntries(
    Object.entries(message.headers)
      .filter(([, content]) => !Array.isArray(content)) // An attribute that is there twice is none.
      .map(([name, content]) => [name, content.toString()])
  )
  const { ce_id: id, ce_type: type, ce_time: time } = attributes
  const broken = brokenRule(topic, key, value, attributes)
  if (broken) {
    // It will be no better when it comes again: note it, and go on.
    console.error(`not taken: ${broken}, ${topic}/${partition}/${message.offset}`)
  } else if (!had.has(id)) {
    had.add(id)
    // Here a copy would be written: replaced by key, if the state's version is higher than the one that is kept.
    console.log(JSON.stringify({ topic, key, id, type, time, data: JSON.parse(value) }))
  }
}

// Which rule of docs/events.md the record breaks; none for a CloudEvent that is what its topic promises.
function brokenRule(topic, key, value, attributes) {
  const [, ics, domain] = topic.split('.')
  if (attributes.ce_specversion !== '1.0') {
    return 'it is no CloudEvent 1.0 in binary mode'
  }
  for (const name of ['ce_id', 'ce_source', 'ce_type', 'ce_time']) {
    if (!attributes[name]) {
      return `${name} is missing or there twice`
    }
  }
  if (Number.isNaN(Date.parse(attributes.ce_time))) {
    return 'ce_time is no time'
  }
  if (attributes.ce_source !== `/ics/${ics}/${domain}`) {
    return "ce_source is another than its topic's"
  }
  if (attributes.ce_icbcode?.toLowerCase() !== ics) {
    return "ce_icbcode is another than its topic's"
  }
  if (attributes.ce_subject !== key) {
    return 'ce_subject is another than its key'
  }
  if (attributes['content-type'] !== 'application/json' || !isJson(value)) {
    return 'its data are no JSON'
  }
}

function isJson(text) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

// As much of the format as such a file needs.
function properties(text) {
  return Object.fromEntries(
    text
      .split('\n')
      .map((line) => /^\s*([^#!=\s][^=\s]*)\s*=\s*(.*?)\s*$/.exec(line))
      .filter((found) => found)
      .map(([, name, value]) => [name, value])
  )
}
