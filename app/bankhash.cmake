# SPDX-License-Identifier: GPL-3.0-or-later
# Writes to OUT one SHA-256 over names and contents of all card files under ROOT.
file(GLOB cards RELATIVE "${ROOT}" "${ROOT}/*/*.md")
list(SORT cards)
set(lines "")
foreach(card IN LISTS cards)
  file(SHA256 "${ROOT}/${card}" hash)
  string(APPEND lines "${hash} ${card}\n")
endforeach()
string(SHA256 hash "${lines}")
file(WRITE "${OUT}" "${hash}")
