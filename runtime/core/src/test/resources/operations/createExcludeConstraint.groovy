// createExcludeConstraint
// Adds an exclusion constraint.
// given
createTable('stays') { column 'during', type('tsrange') }
// shown
createExcludeConstraint 'ex_stays', 'stays', [during: '&&'], using: 'gist'
