#!/usr/bin/env bash
# Publishes the portal with its bill of materials (CycloneDX) and says which packages are known to be vulnerable:
#   bash docs/deploy/publish.sh <folder>
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=${1:?folder}
dotnet tool restore
dotnet publish src/KhuyenCong.Web -c Release -o "$folder" -v q --nologo
dotnet tool run dotnet-CycloneDX src/KhuyenCong.Web/KhuyenCong.Web.csproj --output "$folder" --filename sbom.cdx.json --output-format Json --disable-package-restore --exclude-dev
echo "bill of materials: $folder/sbom.cdx.json"
dotnet list src/KhuyenCong.Web/KhuyenCong.Web.csproj package --vulnerable --include-transitive || echo "the feed does not tell about vulnerabilities"
