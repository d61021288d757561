// check
// A condition that every row of a table that is created must meet.
// shown
createTable('offers') {
    column 'price', numeric(10, 2)
    check 'price > 0', name: 'ck_offers_price'
}
