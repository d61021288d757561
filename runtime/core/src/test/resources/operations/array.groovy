// array, interval
// Types that only PostgreSQL has.
// shown
createTable('sessions') {
    column 'scopes', array(text)
    column 'lasts', interval
}
