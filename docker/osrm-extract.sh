#!/usr/bin/env bash
# Makes what the osrm service reads, from an extract of OpenStreetMap of the province or the country around the city:
#   docker/osrm-extract.sh zhejiang-latest.osm.pbf
# Needs docker and osmium (package osmium-tool). Some minutes and 4 GB of memory for Zhejiang.
set -euo pipefail

extract=${1:?the .osm.pbf file of the province}
# West, south, east, north in degrees: Hangzhou's districts with the roads that trucks of plants beyond its border take.
bounds=${OSRM_BOUNDS:-118.3,29.1,121.0,30.7}
image=ghcr.io/project-osrm/osrm-backend:v5.27.1
folder=${OSRM_DIR:-$(cd "$(dirname "$0")" && pwd)/osrm}

mkdir -p "$folder"
osmium extract --overwrite --bbox "$bounds" --strategy complete_ways --output "$folder/city.osm.pbf" "$extract"

osrm() { docker run --rm --volume "$folder:/data" "$image" "$@"; }
# A car's profile: the product slows its times down to a mixer's, by the hour of the day.
osrm osrm-extract --profile /opt/car.lua /data/city.osm.pbf
osrm osrm-partition /data/city.osrm
osrm osrm-customize /data/city.osrm
rm "$folder/city.osm.pbf"
