# The production image: the compiled server, the worker, the scheduler and the ace commands.
FROM node:24-slim AS build
WORKDIR /souk
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN node ace.js build

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /souk
COPY --from=build /souk/package.json /souk/package-lock.json /souk/.npmrc ./
RUN npm ci --ignore-scripts --omit=dev && npm cache clean --force
COPY --from=build /souk/build ./
RUN mkdir -p tmp && chown -R node:node tmp
USER node
EXPOSE 3333
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s CMD \
  ["node", "-e", "fetch('http://127.0.0.1:3333/api/v1/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/server.js"]
