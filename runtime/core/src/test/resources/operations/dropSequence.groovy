// dropSequence
// Drops a sequence.
// given
if (dialect == 'postgresql') { createSequence 'invoice_numbers' }
// shown
dropSequence 'invoice_numbers', was: [start: 1]
