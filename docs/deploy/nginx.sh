#!/usr/bin/env bash
# Writes the site of nginx for the portal:
#   bash docs/deploy/nginx.sh <name> <certificate.pem> <key.pem> > /etc/nginx/sites-enabled/khuyencong.conf
# HTTP, HTTPS and PORTAL in the environment change the addresses: defaults 80, 443 and 127.0.0.1:5000.
set -euo pipefail
name=${1:?name} certificate=${2:?certificate} key=${3:?key}
http=${HTTP:-80} https=${HTTPS:-443} portal=${PORTAL:-127.0.0.1:5000}
port=${https##*:}
redirect=
if [[ $port != 443 ]]; then redirect=:$port; fi
sed -e "s|NAME, CERTIFICATE.*||" -e "s|\\bNAME\\b|$name|g" -e "s|\\bCERTIFICATE\\b|$certificate|g" -e "s|\\bKEY\\b|$key|g" \
  -e "s|\\bHTTP\\b|$http|g" -e "s|\\bHTTPS\\b|$https|g" -e "s|\\bPORTAL\\b|$portal|g" -e "s|REDIRECT|$redirect|g" \
  "$(dirname "${BASH_SOURCE[0]}")/nginx.conf.template"
