// createSequence
// Makes a sequence.
// shown
createSequence 'invoice_numbers', start: 1000, increment: 10
