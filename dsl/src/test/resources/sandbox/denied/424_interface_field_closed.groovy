revision 'd424'
interface I { String T = javax.naming.Context.INITIAL_CONTEXT_FACTORY }
upgrade {
    execute I.T
}
downgrade { }
