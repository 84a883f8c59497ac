# The mock server. Not built where it was written, which has no docker daemon: contract-tests/action.test.ts reads it and runs its commands, no more.
#   docker build --tag kefu-kit .
#   docker run --rm --publish 127.0.0.1:4010:4010 kefu-kit

FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-fund --no-audit
COPY . .
RUN npm pack --pack-destination /tmp && mv /tmp/kefu-kit-*.tgz /tmp/kefu-kit.tgz

FROM node:22-slim AS install
WORKDIR /app
COPY --from=build /tmp/kefu-kit.tgz /tmp/
RUN npm init --yes > /dev/null && npm install --no-fund --no-audit --omit=dev /tmp/kefu-kit.tgz

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=install /app/node_modules ./node_modules
# State files go here: mount a volume and append `--state /data/state.sqlite`.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4010
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4010/_kefu/worlds').then(it => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
# Inside a container the loopback interface reaches nobody; which addresses of the host are published is said by docker run.
ENTRYPOINT ["node", "node_modules/kefu-kit/dist/cli/main.mjs", "mock", "--host", "0.0.0.0", "--port", "4010"]
