// renameSequence
// Gives a sequence another name; the defaults that use it follow.
// given
onlyOn('postgresql') { createSequence 'invoice_numbers' }
// shown
renameSequence 'invoice_numbers', 'bill_numbers'
