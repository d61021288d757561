revision     'b2e7f4c9d156'
downRevision 'a1d6e3b8c045'
message      'Where a book is, and its price'
created      '2026-11-30T23:53:25Z'

change {
    addColumn 'book', 'price', numeric(8, 2)
    addColumn 'book', 'state', varchar(20), nullable: false, default: 'ORDERED'
    createCheckConstraint 'ck_book_state', 'book', "state in ('ORDERED','SHELVED','LENT')"
}
