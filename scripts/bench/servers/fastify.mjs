/** The bare framework: one Fastify route that answers a string. Arguments: port, path, content type, body. */
import Fastify from 'fastify'

const [port, path, type, text] = process.argv.slice(2)
const app = Fastify()
app.all(path.split('?')[0], (_request, reply) => {
  reply.type(type).send(text)
})
await app.listen({ port: Number(port), host: '127.0.0.1' })
