# allow: Cannot hold it. Copilot CLI runs the tool without asking, in a session that is started so. It has no rate limit: 60 a minute holds in the gateway alone.
copilot \
  --allow-tool='plex(delete_playlist)'

# free: Advisory. Copilot CLI runs the tool without asking, in a session that is started so.
copilot \
  --allow-tool='plex(delete_playlist)'

# odd: Cannot hold it. Copilot CLI runs the tool without asking, in a session that is started so. It has no rate limit: 100 in 7 days holds in the gateway alone.
copilot \
  --allow-tool='plex(delete_playlist)'

# conditional: Asks. Copilot CLI asks before each call, as it does for every tool that no flag names. It cannot check arguments, so it asks instead. It has no rate limit: 10 in 90 seconds holds in the gateway alone.
copilot

# approval: Asks. Copilot CLI asks before each call, as it does for every tool that no flag names. It has no rate limit: 5 a minute holds in the gateway alone. It cannot tell when the definition changes.
copilot

# deny: Advisory. Copilot CLI refuses the tool in a session that is started so, whatever else is allowed. The agent is not told why.
copilot \
  --deny-tool='plex(delete_playlist)'

# hide: Advisory. Copilot CLI refuses the tool in a session that is started so, whatever else is allowed.
copilot \
  --deny-tool='plex(delete_playlist)'

# whole policy: Copilot CLI asks before it runs a tool without a rule: it cannot refuse them by default.
copilot \
  --allow-tool='plex(allow_tool)' \
  --allow-tool='plex(free_tool)' \
  --allow-tool='plex(odd_tool)' \
  --deny-tool='plex(deny_tool)' \
  --deny-tool='plex(hide_tool)'

# two servers
copilot \
  --allow-tool='plex(allow_tool)' \
  --allow-tool='plex(free_tool)' \
  --allow-tool='plex(odd_tool)' \
  --deny-tool='plex(deny_tool)' \
  --deny-tool='plex(hide_tool)' \
  --allow-tool='notes(read_note)'
