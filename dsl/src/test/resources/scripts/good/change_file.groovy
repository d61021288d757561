revision 'f2'

change {
    executeFile 'seed.sql', down: 'unseed.sql'
}
