// createExtension
// Installs an extension that the server has.
// shown
createExtension 'citext'
