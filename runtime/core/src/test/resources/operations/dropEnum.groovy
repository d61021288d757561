// dropEnum
// Drops an enumeration that no column uses.
// given
createEnum 'mood', ['sad', 'ok']
// shown
dropEnum 'mood', was: ['sad', 'ok']
