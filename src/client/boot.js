// @ts-check
// Runs before the first paint, so that nothing flashes or moves: says that scripts run and whether tools are picked, and
// sets the chosen theme.
const root = document.documentElement;
root.dataset['js'] = '';
try {
  const theme = localStorage.getItem('theme');
  if (theme) root.dataset['theme'] = theme;
  if (localStorage.getItem('picks') || location.hash) root.dataset['picked'] = '';
} catch {
  // Storage may be forbidden; then the system's theme stands.
}
