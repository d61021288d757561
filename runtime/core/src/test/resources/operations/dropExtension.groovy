// dropExtension
// Removes an extension; `was: [:]` brings back the server's default version.
// given
if (dialect == 'postgresql') { createExtension 'citext' }
// shown
dropExtension 'citext', was: [:]
