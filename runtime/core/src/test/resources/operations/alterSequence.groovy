// alterSequence
// Changes a sequence; `was:` says the options it had.
// given
if (dialect == 'postgresql') { createSequence 'invoice_numbers' }
// shown
alterSequence 'invoice_numbers', increment: 10, was: [increment: 1]
