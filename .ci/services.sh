# Starts a MariaDB and a Redis of our own on free ports, under one folder, and stops them at the end.
# Sourced by .ci/run; by hand: `source .ci/services.sh && start_services /tmp/souk-services`.

free_port() {
  node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'
}

start_services() {
  services="$1"
  rm -rf "$services" && mkdir -p "$services/mysql" "$services/redis"
  export DB_HOST=127.0.0.1 DB_PORT="${MARIADB_PORT:-$(free_port)}" DB_USER=souk DB_PASSWORD=souk DB_DATABASE=souk_test
  export REDIS_HOST=127.0.0.1 REDIS_PORT="${REDIS_SERVICE_PORT:-$(free_port)}"

  local owner=""
  [ "$(id -u)" = 0 ] && owner="--user=root"
  mariadb-install-db --no-defaults $owner --datadir="$services/mysql" --auth-root-authentication-method=normal >"$services/install.log" 2>&1
  mariadbd --no-defaults $owner --datadir="$services/mysql" --socket="$services/mysql.sock" \
    --pid-file="$services/mysql.pid" --bind-address=127.0.0.1 --port="$DB_PORT" \
    --character-set-server=utf8mb4 --collation-server=utf8mb4_unicode_ci --max-connections=300 \
    --innodb-buffer-pool-size=512M --binlog-format=ROW >"$services/mariadb.log" 2>&1 &
  redis-server --port "$REDIS_PORT" --bind 127.0.0.1 --dir "$services/redis" --appendonly yes \
    --maxmemory-policy noeviction --daemonize yes --pidfile "$services/redis.pid" \
    --logfile "$services/redis.log" >/dev/null

  for _ in $(seq 1 120); do
    mariadb-admin --socket="$services/mysql.sock" -u root ping >/dev/null 2>&1 && break
    sleep 0.5
  done
  mariadb --socket="$services/mysql.sock" -u root -e "
    CREATE DATABASE IF NOT EXISTS souk_test CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
    CREATE USER IF NOT EXISTS 'souk'@'127.0.0.1' IDENTIFIED BY 'souk';
    GRANT ALL ON \`souk%\`.* TO 'souk'@'127.0.0.1';"
}

stop_services() {
  [ -n "${services:-}" ] || return 0
  [ -f "$services/mysql.pid" ] && kill "$(cat "$services/mysql.pid")" 2>/dev/null
  [ -f "$services/redis.pid" ] && kill "$(cat "$services/redis.pid")" 2>/dev/null
  return 0
}
