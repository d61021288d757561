import groovy.util.Eval

revision 'd121'

upgrade {
    Eval.me('1')
}
downgrade { }
