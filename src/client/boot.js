// @ts-check
// Runs before the first paint, so that nothing flashes: says that scripts run, and sets the chosen theme.
const root = document.documentElement;
root.dataset['js'] = '';
try {
  const theme = localStorage.getItem('theme');
  if (theme) root.dataset['theme'] = theme;
} catch {
  // Storage may be forbidden; then the system's theme stands.
}
