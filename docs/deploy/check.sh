#!/usr/bin/env bash
# Tries the guide on this machine: the published portal in Production behind nginx with a certificate of its own, on free
# ports of the loopback, in a folder that goes away. Needs nginx, openssl, curl.
#   bash docs/deploy/check.sh [folder of the published portal; made when not given]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
portal= front=
finish() {
  [[ -z $front ]] || kill "$front" 2>/dev/null || true
  [[ -z $portal ]] || kill "$portal" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
fail() { echo "FAILED: $*" >&2; tail -20 "$work"/*.log >&2; exit 1; }

app=${1:-$work/app}
if [[ -z ${1:-} ]]; then dotnet publish src/KhuyenCong.Web -c Release -o "$app" -v q --nologo; fi
app=$(cd "$app" && pwd)
base=$((20000 + RANDOM % 20000))
http=127.0.0.1:$base https=127.0.0.1:$((base + 1)) inside=127.0.0.1:$((base + 2)) name=khuyencong.kiemthu.vn

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$name" -addext "subjectAltName=DNS:$name" \
  -keyout "$work/key.pem" -out "$work/certificate.pem" 2>/dev/null
openssl rand -base64 32 > "$work/audit.key"

export ASPNETCORE_ENVIRONMENT=Production AllowedHosts="$name;localhost" Portal__Address="https://$name" Proxy__Known=127.0.0.1
export ConnectionStrings__KhuyenCong="Data Source=$work/data/khuyencong.db" Storage__Root="$work/data/kho" Audit__KeyFile="$work/audit.key"
unset ASPNETCORE_URLS ASPNETCORE_HTTP_PORTS
(cd "$app" && exec dotnet KhuyenCong.Web.dll --urls "http://$inside") >"$work/portal.log" 2>&1 &
portal=$!

mkdir -p "$work/nginx"
{
  echo "daemon off; pid $work/nginx/pid; error_log $work/nginx.log; events {} http {"
  echo "access_log off; client_body_temp_path $work/nginx/body; proxy_temp_path $work/nginx/proxy; fastcgi_temp_path $work/nginx/f; uwsgi_temp_path $work/nginx/u; scgi_temp_path $work/nginx/s;"
  HTTP=$http HTTPS=$https PORTAL=$inside bash docs/deploy/nginx.sh "$name" "$work/certificate.pem" "$work/key.pem"
  echo "}"
} > "$work/nginx.conf"
nginx=$(command -v nginx || echo /usr/sbin/nginx)
"$nginx" -q -t -e "$work/nginx.log" -c "$work/nginx.conf" || fail "nginx does not take the site"
"$nginx" -e "$work/nginx.log" -c "$work/nginx.conf" >>"$work/nginx.log" 2>&1 &
front=$!

ask() { curl -s --max-time 20 --cacert "$work/certificate.pem" --resolve "$name:${https##*:}:127.0.0.1" --resolve "$name:${http##*:}:127.0.0.1" "$@"; }
for ((second = 0; second < 120; second++)); do
  kill -0 "$portal" 2>/dev/null || fail "the portal ended"
  [[ $(curl -s -o /dev/null -w '%{http_code}' -H 'Host: localhost' "http://$inside/healthz/ready" || true) != 200 ]] || break
  sleep 1
done

page=$(ask -D "$work/head.log" -o "$work/page.log" -w '%{http_code}' "https://$name:${https##*:}/dang-nhap")
[[ $page == 200 ]] || fail "sign-in page over TLS: $page"
grep -qi '^set-cookie: __Host-kc-.*secure' "$work/head.log" || fail "no __Host- cookie"
grep -qi '^strict-transport-security:' "$work/head.log" || fail "no HSTS"
moved=$(ask -o /dev/null -w '%{http_code} %{redirect_url}' "http://$name:${http##*:}/dang-nhap")
[[ $moved == "301 https://$name:${https##*:}/dang-nhap" ]] || fail "plain http: $moved"
stranger=$(ask -k -o /dev/null -w '%{http_code}' "https://127.0.0.1:${https##*:}/dang-nhap")
[[ $stranger == 421 ]] || fail "by the bare address: $stranger"
bare=$(curl -s -o "$work/bare.log" -w '%{http_code}' -H "Host: $name" "http://$inside/dang-nhap")
[[ $bare == 426 ]] || fail "past nginx over plain http: $bare"
health=$(ask -o /dev/null -w '%{http_code}' "https://$name:${https##*:}/healthz/ready")
[[ $health == 404 ]] || fail "health from outside: $health"
echo "behind nginx: sign-in page 200 over TLS, __Host- cookies, plain http redirected, other names refused (ready after $second s)"
